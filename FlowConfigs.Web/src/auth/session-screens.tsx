import './session-screens.css';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Modal from '@cloudscape-design/components/modal';
import type { ReactNode } from 'react';
import { LoadProblem } from '../common/load-problem';
import { messages } from '../messages';
import { giveUpSigningInAgain, startSession } from './session';
import { SignInPanel } from './sign-in-panel';

export function SignInScreen({ left }: { left: boolean }) {
  return (
    <Screen title={messages.signIn.title}>
      {left && <Box margin={{ bottom: 's' }}>{messages.signIn.left}</Box>}
      <SignInPanel intro={messages.signIn.intro} />
    </Screen>
  );
}

/** Over the page, which stays as it is. */
export function SignInAgain() {
  return (
    <Modal visible header={messages.signIn.againTitle} closeAriaLabel={messages.signIn.notNow} onDismiss={giveUpSigningInAgain}>
      <SignInPanel
        intro={messages.signIn.againIntro}
        aside={
          <Button variant="link" onClick={giveUpSigningInAgain}>
            {messages.signIn.notNow}
          </Button>
        }
      />
    </Modal>
  );
}

export function NoRights({ email }: { email: string }) {
  return <Screen title={messages.signIn.noRights}>{messages.signIn.noRightsDetail(email)}</Screen>;
}

export function StartFailed({ error }: { error: Error }) {
  return (
    <LoadProblem title={messages.signIn.startFailed} error={error} retrying={false} onRetry={() => void startSession()} />
  );
}

function Screen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="session-screen">
      <title>{messages.app.title(title)}</title>
      <Container header={<Header variant="h1">{title}</Header>}>{children}</Container>
    </div>
  );
}
