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

interface SignedInProps {
  children: ReactNode;
  /** Whether the children have something to show while the app finds out who is there. */
  opensEarly?: boolean;
}

/** Shows what is in it to whoever is signed in, or where nobody has to; to others, how to get there. */
export function SignedIn({ children, opensEarly = false }: SignedInProps) {
  const session = useSession();
  switch (session.kind) {
    case 'starting':
      return opensEarly ? <Inside>{children}</Inside> : <LoadingPage text={messages.signIn.starting} />;
    case 'failed':
      return <StartFailed error={session.error} />;
    case 'signed-out':
      return <SignInScreen left={session.left} />;
    case 'open':
      return <Inside>{children}</Inside>;
    case 'signed-in':
      return session.me.rights.length === 0 ? <NoRights email={session.me.email} /> : <Inside ended={session.ended}>{children}</Inside>;
  }
}

/** The same one all the while, so that a page that opened early stays as it is. */
function Inside({ children, ended = false }: { children: ReactNode; ended?: boolean }) {
  return (
    <>
      {children}
      {ended && <SignInAgain />}
    </>
  );
}
