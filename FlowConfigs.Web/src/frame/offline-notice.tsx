import Alert from '@cloudscape-design/components/alert';
import { useOnline } from '../common/use-online';
import { messages } from '../messages';

/** Says that there is no connection, for as long as there is none. */
export function OfflineNotice() {
  const online = useOnline();
  return <div aria-live="polite">{!online && <Alert type="warning">{messages.app.offline}</Alert>}</div>;
}
