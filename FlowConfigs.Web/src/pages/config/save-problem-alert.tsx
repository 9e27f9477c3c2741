import Box from '@cloudscape-design/components/box';
import { configMessages } from '../../messages/config';
import { AskedAlert } from './asked-alert';
import { labelOf } from './paths';
import type { SaveFailure } from './use-saving';
import { useLabels } from '../../common/labels';
import { useEditorState } from './editor-context';
import { withValues } from './values';

/** Everything the server found wrong, in one place; each field shows its own as well. */
export function SaveProblemAlert({ failure, askedAt }: { failure: SaveFailure; askedAt: number }) {
  const { message, problems } = failure;
  const { config, values } = useEditorState();
  const labels = useLabels({ ...withValues(config, values), inherited: config.inherited });
  return (
    <AskedAlert
      askedAt={askedAt}
      type="error"
      header={problems.length > 0 ? configMessages.save.refused : configMessages.save.refusedOther}
    >
      {problems.length === 0 && <Box>{message}</Box>}
      {problems.length > 0 && (
        <ul className="plain-list">
          {problems.map(({ path, message: sentence }) => (
            <li key={`${path} ${sentence}`} className="wrap-anywhere">
              <b translate="no">{labelOf(path, labels)}</b>: {sentence}
            </li>
          ))}
        </ul>
      )}
      <Box>{configMessages.save.keptTyping}</Box>
    </AskedAlert>
  );
}
