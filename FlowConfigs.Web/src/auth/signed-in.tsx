import { lazy, type ReactNode, Suspense } from 'react';
import { LoadingPage } from '../common/loading-page';
import { messages } from '../messages';
import { useSession } from './session';

const screens = () => import('./session-screens');
const SignInScreen = lazy(async () => ({ default: (await screens()).SignInScreen }));
const SignInAgain = lazy(async () => ({ default: (await screens()).SignInAgain }));
const NoRights = lazy(async () => ({ default: (await screens()).NoRights }));
const StartFailed = lazy(async () => ({ default: (await screens()).StartFailed }));

/** Shows what is in it to whoever is signed in, or where nobody has to; to others, how to get there. */
export function SignedIn({ children }: { children: ReactNode }) {
  return <Suspense fallback={<LoadingPage />}><Gate>{children}</Gate></Suspense>;
}

function Gate({ children }: { children: ReactNode }) {
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
          {session.ended && <Suspense><SignInAgain /></Suspense>}
        </>
      );
  }
}
