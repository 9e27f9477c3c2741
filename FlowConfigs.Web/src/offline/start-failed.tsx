import { useEffect } from 'react';
import { ApiProblem } from '../api/api-problem';
import { startSession } from '../auth/session';
import { LoadProblem } from '../common/load-problem';
import { useOnline } from '../common/use-online';
import { messages } from '../messages';
import { lastKnown } from './last-known';
import { OfflineScenarios } from './offline-scenarios';

const retry = () => void startSession();

/** The app could not find out who is there. Without a connection it says what it knew last. */
export function StartFailed({ error }: { error: Error }) {
  const online = useOnline();
  useEffect(() => {
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, []);

  const isUnreachable = !online || (error instanceof ApiProblem && error.status === 0);
  const known = isUnreachable ? lastKnown() : null;
  return known ? (
    <OfflineScenarios known={known} onRetry={retry} />
  ) : (
    <LoadProblem
      title={isUnreachable ? messages.signIn.noConnection : messages.signIn.startFailed}
      error={error}
      retrying={false}
      onRetry={retry}
    />
  );
}
