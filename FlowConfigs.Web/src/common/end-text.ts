import { formatInZone } from './format-in-zone';
import { clockTime } from './time-zones';

/** An end as people say it: "5:00 PM CST" today, "Mon, Dec 28, 8:00 AM CST" on another day. */
export function endText(at: string | Date, timeZone: string, now: Date): string {
  const isToday = clockTime(new Date(at), timeZone).slice(0, 10) === clockTime(now, timeZone).slice(0, 10);
  return formatInZone(at, timeZone, isToday ? {} : { weekday: 'short', month: 'short', day: 'numeric' });
}
