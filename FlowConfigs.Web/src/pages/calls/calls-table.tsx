import './calls.css';
import Box from '@cloudscape-design/components/box';
import type { Call } from '../../api/calls';
import { type RecordColumn, Records } from '../../common/records';
import { TimeAgo } from '../../common/time-ago';
import { callsMessages as texts } from '../../messages/calls';

const columnsOf = (none: string): RecordColumn<Call>[] => [
  { id: 'number', header: texts.number, cell: ({ number }) => number ?? texts.withheld, isRowHeader: true, width: 200 },
  { id: 'vanity', header: texts.vanity, cell: ({ vanity }) => <VanityNumbers vanity={vanity} none={none} />, width: 560 },
  { id: 'at', header: texts.at, cell: ({ at }) => <TimeAgo at={at} />, width: 200 },
];

export function CallsTable({ calls, masked }: { calls: Call[]; masked: boolean }) {
  const columns = columnsOf(masked ? texts.hidden : texts.noVanity);
  return <Records label={texts.title} columns={columns} records={calls} keyOf={({ contactId }) => contactId} />;
}

function VanityNumbers({ vanity, none }: { vanity: string[]; none: string }) {
  if (vanity.length === 0) {
    return <Box color="text-body-secondary">{none}</Box>;
  }
  return (
    <ol className="calls-vanity">
      {vanity.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ol>
  );
}
