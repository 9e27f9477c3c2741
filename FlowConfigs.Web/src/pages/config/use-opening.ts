import { useOfficeCalendar } from '../../api/office-calendars';
import { clockTime } from '../../common/time-zones';
import { dayOf } from '../../common/zoned-time';

/** When an office opens next, from tomorrow on; undefined where no calendar says so. */
export function useOpening(id: string, timeZone: string, now: Date): Date | undefined {
  const office = useOfficeCalendar(id);
  // Where events are exceptions only, Amazon Connect's own hours say when an office opens, and the app does not know them.
  if (!office || office.isTooOld || office.rule !== 'openHours') {
    return undefined;
  }
  const tomorrow = dayOf(clockTime(now, timeZone), 1);
  return office.open.map(({ from }) => new Date(from)).find((from) => clockTime(from, timeZone) >= tomorrow);
}
