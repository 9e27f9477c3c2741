import '../calls/calls.css';
import Box from '@cloudscape-design/components/box';
import type { OfficeCalendar } from '../../api/office-calendars';
import { formatInZone } from '../../common/format-in-zone';
import { officeCalendarMessages as texts } from '../../messages/office-calendar';

/** The events that decide, by the office's clock: a table at a desk, and blocks on a phone. */
export function OfficeEvents({ office: { events, zone } }: { office: OfficeCalendar }) {
  if (events.length === 0) {
    return <Box color="text-body-secondary">{texts.noEvents}</Box>;
  }
  return (
    <table className="calls">
      <caption>{texts.events}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.from}</th>
          <th scope="col">{texts.to}</th>
          <th scope="col">{texts.what}</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ from, until, kind, subject }, place) => (
          // Two private events at one time are alike.
          <tr key={`${from} ${place}`}>
            <th scope="row">{formatInZone(from, zone)}</th>
            <td>{formatInZone(until, zone)}</td>
            <td>
              {texts.kinds[kind]}: {subject === '' ? texts.hidden : <span translate="no">{subject}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
