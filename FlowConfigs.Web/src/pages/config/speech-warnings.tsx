import Alert from '@cloudscape-design/components/alert';
import type { ConfigValues } from '../../api/types';
import { configMessages } from '../../messages/config';
import { labelOfApiPath } from './paths';

const { review } = configMessages;

/** What callers may hear wrong in a config as it was sent, each text by its name. */
export function SpeechWarnings({ warnings = [], sent }: { warnings?: readonly { path: string; message: string }[]; sent: ConfigValues }) {
  if (warnings.length === 0) {
    return null;
  }
  return (
    <Alert type="warning" header={review.warnings}>
      {warnings.map(({ path, message }) => <div key={path}>{review.warning(labelOfApiPath(path, sent), message)}</div>)}
    </Alert>
  );
}
