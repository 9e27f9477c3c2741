import Alert from '@cloudscape-design/components/alert';
import type { ConfigValues } from '../../api/types';
import type { Labels } from '../../common/labels';
import { configMessages } from '../../messages/config';
import { labelOfApiPath } from './paths';

const { review } = configMessages;

interface SpeechWarningsProps {
  warnings: readonly { path: string; message: string }[];
  sent: ConfigValues;
  labels: Labels;
}

/** What callers may hear wrong in a config as it was sent, each text by its name. */
export function SpeechWarnings({ warnings, sent, labels }: SpeechWarningsProps) {
  if (warnings.length === 0) {
    return null;
  }
  return (
    <Alert type="warning" header={review.warnings}>
      {warnings.map(({ path, message }) => <div key={path}>{review.warning(labelOfApiPath(path, sent, labels), message)}</div>)}
    </Alert>
  );
}
