import '../lists/lists.css';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { ImportItem, ImportOutcome } from '../../api/exchange';
import { FieldChanges } from '../../common/field-changes';
import { own } from '../../common/own';
import { exchangeMessages } from '../../messages/exchange';

const texts = exchangeMessages.import;
const atOnce = 100;
/** What needs attention first. */
const order: ImportOutcome[] = ['refused', 'conflict', 'deleted', 'created', 'changed', 'unchanged'];
const types: Record<ImportOutcome, StatusIndicatorProps.Type> = {
  refused: 'error', conflict: 'error', deleted: 'warning', created: 'success', changed: 'info', unchanged: 'stopped',
};

function nameOf(kind: string, id: string) {
  const word = own(texts.kinds, kind) ?? kind;
  return kind === 'config' ? id : id === '' ? word : texts.named(word, id);
}

/** What an import would do, or did, to each thing, field by field. */
export function ImportChanges({ items, notes, title }: { items: ImportItem[]; notes: string[]; title: string }) {
  const [shown, setShown] = useState(atOnce);
  const counts = order.map((outcome) => ({ outcome, count: items.filter((item) => item.outcome === outcome).length }));
  const told = items
    .filter(({ outcome, notes: about = [] }) => outcome !== 'unchanged' || about.length > 0)
    .toSorted((left, right) => order.indexOf(left.outcome) - order.indexOf(right.outcome));

  return (
    <SpaceBetween size="s">
      <Box variant="h3">{title}</Box>
      <SpaceBetween direction="horizontal" size="m">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ outcome, count }) => (
            <StatusIndicator key={outcome} type={types[outcome]}>
              {texts.count(texts.outcomes[outcome], count)}
            </StatusIndicator>
          ))}
      </SpaceBetween>
      {notes.length > 0 && (
        <ul aria-label={texts.notes}>
          {notes.map((note) => (
            <li key={note} className="wrap-anywhere" translate="no">
              {note}
            </li>
          ))}
        </ul>
      )}
      <ul className="lists import-changes" aria-label={title}>
        {told.slice(0, shown).map(({ kind, id, outcome, changes = [], more = 0, problems = [], warnings = [], notes: about = [] }, index) => (
          <li key={`${kind} ${id} ${index}`}>
            <div className="wrap-anywhere">
              <b>{nameOf(kind, id)}</b>
            </div>
            <div>
              <StatusIndicator type={types[outcome]}>{texts.outcomes[outcome]}</StatusIndicator>
              {problems.map(({ path, message }) => (
                <div key={path + message} className="wrap-anywhere">
                  {path === '' ? message : `${path}: ${message}`}
                </div>
              ))}
              {warnings.map(({ path, message }) => (
                <StatusIndicator key={path} type="warning" className="wrap-anywhere">{texts.warning(path, message)}</StatusIndicator>
              ))}
              {about.map((note) => (
                <div key={note} className="wrap-anywhere">
                  {note}
                </div>
              ))}
              <FieldChanges changes={changes} more={more} />
            </div>
          </li>
        ))}
      </ul>
      {told.length > shown && <Button onClick={() => setShown(shown + atOnce)}>{texts.more(told.length - shown)}</Button>}
    </SpaceBetween>
  );
}
