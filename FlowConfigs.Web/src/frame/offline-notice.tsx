import Alert from '@cloudscape-design/components/alert';
import { useSyncExternalStore } from 'react';
import { messages } from '../messages';

/** Says that there is no connection, for as long as there is none. */
export function OfflineNotice() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return <div aria-live="polite">{!online && <Alert type="warning">{messages.app.offline}</Alert>}</div>;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
