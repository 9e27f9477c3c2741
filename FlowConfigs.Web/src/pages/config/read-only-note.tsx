import Alert from '@cloudscape-design/components/alert';
import { useSession } from '../../auth/session';
import { messages } from '../../messages';

/** Why nothing on the page can be changed. */
export function ReadOnlyNote() {
  const session = useSession();
  return (
    <Alert type="info" header={messages.may.readOnly}>
      {session.kind === 'signed-in' && messages.may.readOnlyDetail(session.me.email)}
    </Alert>
  );
}
