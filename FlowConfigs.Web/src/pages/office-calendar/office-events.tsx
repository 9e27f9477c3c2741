import Box from '@cloudscape-design/components/box';
import type { OfficeCalendar } from '../../api/office-calendars';
import { formatInZone } from '../../common/format-in-zone';
import { type RecordColumn, Records } from '../../common/records';
import { officeCalendarMessages as texts } from '../../messages/office-calendar';

type Event = OfficeCalendar['events'][number];

const columnsOf = (zone: string): RecordColumn<Event>[] => [
  { id: 'from', header: texts.from, cell: ({ from }) => formatInZone(from, zone), isRowHeader: true, width: 240 },
  { id: 'until', header: texts.to, cell: ({ until }) => formatInZone(until, zone), width: 240 },
  { id: 'what', header: texts.what, cell: (event) => <What event={event} />, width: 380 },
];

/** The events that decide, by the office's clock. */
export function OfficeEvents({ office: { events, zone } }: { office: OfficeCalendar }) {
  if (events.length === 0) {
    return <Box color="text-body-secondary">{texts.noEvents}</Box>;
  }
  return (
    <div>
      <Box variant="h3">{texts.events}</Box>
      <Records label={texts.events} columns={columnsOf(zone)} records={events} />
    </div>
  );
}

function What({ event: { kind, subject } }: { event: Event }) {
  return <>{texts.kinds[kind]}: {subject === '' ? texts.hidden : <span translate="no">{subject}</span>}</>;
}
