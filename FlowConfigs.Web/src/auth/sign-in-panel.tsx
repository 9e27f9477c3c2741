import type { ReactNode } from 'react';
import { messages } from '../messages';
import { PlainButton } from '../plain/button';
import { Stack, Waiting } from '../plain/layout';
import { Notice } from '../plain/notice';
import { type SignInState, useSignIn } from './use-sign-in';

/** The button that signs in, and whatever there is to say and to do when that does not just work. */
export function SignInPanel({ intro, aside }: { intro: string; aside?: ReactNode }) {
  const { state, start } = useSignIn();
  const begun = state.phase !== 'ready';
  return (
    <Stack>
      <div aria-live="polite">
        <Stack>
          <div>{intro}</div>
          <Progress state={state} />
        </Stack>
      </div>
      <div className="plain-actions">
        {state.phase === 'blocked' && (
          // With an opener, so that its last page finds the way back here.
          <a className="plain-button plain-button-primary" href={state.address} target="_blank" rel="opener">
            {messages.signIn.openHere}
          </a>
        )}
        <PlainButton primary={state.phase !== 'blocked' && state.phase !== 'waiting'} onClick={start}>
          {begun ? messages.signIn.retry : messages.signIn.start}
        </PlainButton>
        {begun && state.phase !== 'waiting' && (
          <a className="plain-button" href={window.location.href} target="_blank" rel="noreferrer">
            {messages.signIn.ownTab}
          </a>
        )}
        {aside}
      </div>
    </Stack>
  );
}

function Progress({ state }: { state: SignInState }) {
  switch (state.phase) {
    case 'ready':
      return null;
    case 'waiting':
      return <Waiting>{messages.signIn.waiting}</Waiting>;
    case 'blocked':
      return <Notice type="warning" header={messages.signIn.blocked}>{messages.signIn.blockedDetail}</Notice>;
    case 'lost':
      return <Notice type="warning" header={messages.signIn.lost}>{messages.signIn.lostDetail}</Notice>;
    case 'failed':
      return <Notice type="error" header={messages.signIn.failed}>{state.reason}</Notice>;
  }
}
