import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Paste, PasteLine } from '../../api/lists';
import { FieldChanges } from '../../common/field-changes';
import { type RecordColumn, Records } from '../../common/records';
import { listsMessages } from '../../messages/lists';

const texts = listsMessages.paste;
const outcomes = ['refused', 'conflict', 'changed', 'added', 'repeated', 'unchanged'] as const;
const types: Record<PasteLine['outcome'], StatusIndicatorProps.Type> = {
  refused: 'error', conflict: 'warning', changed: 'warning', added: 'success', repeated: 'info', unchanged: 'stopped',
};

const columns: RecordColumn<PasteLine>[] = [
  { id: 'line', header: texts.line, cell: ({ line }) => line, width: 80 },
  { id: 'key', header: texts.key, cell: ({ key }) => key, isRowHeader: true, width: 180 },
  { id: 'outcome', header: texts.outcome, cell: (line) => <Outcome line={line} />, width: 150 },
  { id: 'why', header: texts.why, cell: (line) => <Why line={line} />, width: 300 },
];

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
      <Records label={texts.lines} columns={columns} records={paste.lines} keyOf={({ line }) => String(line)} />
      {paste.more > 0 && <Box color="text-body-secondary">{texts.more(paste.more)}</Box>}
    </SpaceBetween>
  );
}

function Outcome({ line: { outcome } }: { line: PasteLine }) {
  return <StatusIndicator type={types[outcome]}>{texts.outcomes[outcome]}</StatusIndicator>;
}

function Why({ line }: { line: PasteLine }) {
  return (
    <>
      {(line.problems ?? []).map(({ message }) => (
        <div key={message}>{message}</div>
      ))}
      <FieldChanges changes={changesOf(line)} />
    </>
  );
}

const fields = ['note', 'owner', 'expires'] as const;

const changesOf = ({ before, after }: PasteLine) =>
  before && after
    ? fields
        .map((path) => ({ path, before: before[path] ?? null, after: after[path] ?? null }))
        .filter((change) => change.before !== change.after)
    : [];
