import Modal from '@cloudscape-design/components/modal';
import { messages } from '../messages';
import { PlainButton } from '../plain/button';
import { giveUpSigningInAgain } from './session';
import { SignInPanel } from './sign-in-panel';

/** Over the page, which stays as it is. */
export function SignInAgain() {
  return (
    <Modal visible header={messages.signIn.againTitle} closeAriaLabel={messages.signIn.notNow} onDismiss={giveUpSigningInAgain}>
      <SignInPanel
        intro={messages.signIn.againIntro}
        aside={<PlainButton onClick={giveUpSigningInAgain}>{messages.signIn.notNow}</PlainButton>}
      />
    </Modal>
  );
}
