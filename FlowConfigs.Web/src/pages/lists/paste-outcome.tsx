import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Paste, PasteLine } from '../../api/lists';
import { FieldChanges } from '../../common/field-changes';
import { listsMessages } from '../../messages/lists';

const texts = listsMessages.paste;
const outcomes = ['refused', 'conflict', 'changed', 'added', 'repeated', 'unchanged'] as const;
const types: Record<PasteLine['outcome'], StatusIndicatorProps.Type> = {
  refused: 'error', conflict: 'warning', changed: 'warning', added: 'success', repeated: 'info', unchanged: 'stopped',
};

/** What every line of a paste would do. */
export function PasteOutcome({ paste }: { paste: Paste }) {
  const refused = paste.dryRun ? texts.refused : texts.notWritten;
  return (
    <SpaceBetween size="s">
      <div aria-live="polite">
        <SpaceBetween direction="horizontal" size="m">
          {outcomes
            .filter((outcome) => paste[outcome] > 0)
            .map((outcome) => (
              <StatusIndicator key={outcome} type={types[outcome]}>
                {texts.counts(texts.outcomes[outcome], paste[outcome])}
              </StatusIndicator>
            ))}
        </SpaceBetween>
      </div>
      {paste.refused > 0 && <Alert type={paste.dryRun ? 'warning' : 'error'}>{refused(paste.refused)}</Alert>}
      <table className="entries" aria-label={texts.lines}>
        <thead>
          <tr>
            <th scope="col">{texts.line}</th>
            <th scope="col">{texts.key}</th>
            <th scope="col">{texts.outcome}</th>
            <th scope="col">{texts.why}</th>
          </tr>
        </thead>
        <tbody>
          {paste.lines.map((line) => (
            <tr key={line.line}>
              <td>{line.line}</td>
              <th scope="row">{line.key}</th>
              <td>
                <StatusIndicator type={types[line.outcome]}>{texts.outcomes[line.outcome]}</StatusIndicator>
              </td>
              <td>
                {(line.problems ?? []).map(({ message }) => (
                  <div key={message}>{message}</div>
                ))}
                <FieldChanges changes={changesOf(line)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {paste.more > 0 && <Box color="text-body-secondary">{texts.more(paste.more)}</Box>}
    </SpaceBetween>
  );
}

const fields = ['note', 'owner', 'expires'] as const;

const changesOf = ({ before, after }: PasteLine) =>
  before && after
    ? fields
        .map((path) => ({ path, before: before[path] ?? null, after: after[path] ?? null }))
        .filter((change) => change.before !== change.after)
    : [];
