import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Entry } from '../../api/lists';
import { formatDateTime } from '../../common/formats';
import { listsMessages } from '../../messages/lists';

const texts = listsMessages.entries;

interface EntriesTableProps {
  entries: Entry[];
  phone: boolean;
  /** Null when the person may not. */
  onEdit: ((entry: Entry) => void) | null;
  onRemove: (entry: Entry) => void;
}

/** A table at a desk; on a phone each entry is a block of its own. */
export function EntriesTable({ entries, phone, onEdit, onRemove }: EntriesTableProps) {
  const columns = [phone ? texts.phone : texts.key, texts.note, texts.owner, texts.expires, ...(onEdit ? [texts.actions] : [])];
  return (
    <table className="entries">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, place) => (
          // Masked keys can be the same.
          <tr key={`${place} ${entry.key}`}>
            <th scope="row">{entry.key}</th>
            <td>{entry.note}</td>
            <td>{entry.owner}</td>
            <td>
              {entry.expires ? formatDateTime(entry.expires) : texts.never} {entry.expired && <Badge color="red">{texts.expired}</Badge>}
            </td>
            {onEdit && (
              <td aria-label={texts.actions}>
                <SpaceBetween direction="horizontal" size="xxs">
                  <Button variant="inline-link" ariaLabel={texts.edit(entry.key)} onClick={() => onEdit(entry)}>
                    {texts.editShort}
                  </Button>
                  <Button variant="inline-link" ariaLabel={texts.remove(entry.key)} onClick={() => onRemove(entry)}>
                    {texts.removeShort}
                  </Button>
                </SpaceBetween>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
