import type { ReactNode } from 'react';
import { later } from '../common/later';
import { LoadingPage } from '../common/loading-page';
import { messages } from '../messages';
import { StartFailed } from '../offline/start-failed';
import { useSession } from './session';

const screens = () => import('./session-screens');
const waiting = <LoadingPage />;
const SignInScreen = later(async () => (await screens()).SignInScreen, { waiting });
const NoRights = later(async () => (await screens()).NoRights, { waiting });
const SignInAgain = later(async () => (await import('./sign-in-again')).SignInAgain);

/** Shows what is in it to whoever is signed in, or where nobody has to; to others, how to get there. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useSession();
  switch (session.kind) {
    case 'starting':
      return <LoadingPage text={messages.signIn.starting} />;
    case 'failed':
      return <StartFailed error={session.error} />;
    case 'signed-out':
      return <SignInScreen left={session.left} />;
    case 'open':
      return children;
    case 'signed-in':
      return session.me.rights.length === 0 ? (
        <NoRights email={session.me.email} />
      ) : (
        <>
          {children}
          {session.ended && <SignInAgain />}
        </>
      );
  }
}
