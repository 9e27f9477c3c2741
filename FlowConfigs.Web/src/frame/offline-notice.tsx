import { useOnline } from '../common/use-online';
import { messages } from '../messages';
import { Notice } from '../plain/notice';

/** Says that there is no connection, for as long as there is none. */
export function OfflineNotice() {
  const online = useOnline();
  return <div aria-live="polite">{!online && <Notice type="warning">{messages.app.offline}</Notice>}</div>;
}
