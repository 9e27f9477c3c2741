import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Entry } from '../../api/lists';
import { formatDateTime } from '../../common/formats';
import { type RecordColumn, Records } from '../../common/records';
import { listsMessages } from '../../messages/lists';

const texts = listsMessages.entries;

interface ActionsProps {
  onEdit: (entry: Entry) => void;
  onRemove: (entry: Entry) => void;
}

const columnsOf = (phone: boolean): RecordColumn<Entry>[] => [
  { id: 'key', header: phone ? texts.phone : texts.key, cell: ({ key }) => key, isRowHeader: true, width: 200 },
  { id: 'note', header: texts.note, cell: ({ note }) => note, width: 280 },
  { id: 'owner', header: texts.owner, cell: ({ owner }) => owner, width: 200 },
  { id: 'expires', header: texts.expires, cell: (entry) => <Expiry entry={entry} />, width: 200 },
];

const actionsColumn = (actions: ActionsProps): RecordColumn<Entry> =>
  ({ id: 'actions', header: texts.actions, cell: (entry) => <Actions entry={entry} {...actions} />, width: 160 });

interface EntriesTableProps {
  entries: Entry[];
  phone: boolean;
  /** Null when the person may not. */
  actions: ActionsProps | null;
}

export function EntriesTable({ entries, phone, actions }: EntriesTableProps) {
  const columns = [...columnsOf(phone), ...(actions ? [actionsColumn(actions)] : [])];
  return <Records label={texts.title} columns={columns} records={entries} />;
}

function Expiry({ entry: { expires, expired } }: { entry: Entry }) {
  return <>{expires ? formatDateTime(expires) : texts.never} {expired && <Badge color="red">{texts.expired}</Badge>}</>;
}

function Actions({ entry, onEdit, onRemove }: ActionsProps & { entry: Entry }) {
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      <Button variant="inline-link" ariaLabel={texts.edit(entry.key)} onClick={() => onEdit(entry)}>
        {texts.editShort}
      </Button>
      <Button variant="inline-link" ariaLabel={texts.remove(entry.key)} onClick={() => onRemove(entry)}>
        {texts.removeShort}
      </Button>
    </SpaceBetween>
  );
}
