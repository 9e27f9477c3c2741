import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { messages } from '../messages';
import { type SignInState, useSignIn } from './use-sign-in';

/** The button that signs in, and whatever there is to say and to do when that does not just work. */
export function SignInPanel({ intro, aside }: { intro: string; aside?: ReactNode }) {
  const { state, start } = useSignIn();
  const begun = state.phase !== 'ready';
  return (
    <SpaceBetween size="m">
      <div aria-live="polite">
        <SpaceBetween size="m">
          <div>{intro}</div>
          <Progress state={state} />
        </SpaceBetween>
      </div>
      <SpaceBetween direction="horizontal" size="xs">
        {state.phase === 'blocked' && (
          // With an opener, so that its last page finds the way back here.
          <Button variant="primary" href={state.address} target="_blank" rel="opener">
            {messages.signIn.openHere}
          </Button>
        )}
        <Button variant={state.phase === 'blocked' || state.phase === 'waiting' ? 'normal' : 'primary'} onClick={start}>
          {begun ? messages.signIn.retry : messages.signIn.start}
        </Button>
        {begun && state.phase !== 'waiting' && (
          <Button href={window.location.href} target="_blank" iconName="external" iconAlign="right">
            {messages.signIn.ownTab}
          </Button>
        )}
        {aside}
      </SpaceBetween>
    </SpaceBetween>
  );
}

function Progress({ state }: { state: SignInState }) {
  switch (state.phase) {
    case 'ready':
      return null;
    case 'waiting':
      return <StatusIndicator type="loading">{messages.signIn.waiting}</StatusIndicator>;
    case 'blocked':
      return <Alert type="warning" header={messages.signIn.blocked}>{messages.signIn.blockedDetail}</Alert>;
    case 'lost':
      return <Alert type="warning" header={messages.signIn.lost}>{messages.signIn.lostDetail}</Alert>;
    case 'failed':
      return <Alert type="error" header={messages.signIn.failed}>{state.reason}</Alert>;
  }
}
