import { formatLocale } from '../../common/formats';
import { clockTime } from '../../common/time-zones';

/** An end as people say it: "5:00 PM CST" today, "Mon, Dec 28, 8:00 AM CST" on another day. */
export function endText(at: string | Date, timeZone: string, now: Date): string {
  const end = new Date(at);
  const isToday = clockTime(end, timeZone).slice(0, 10) === clockTime(now, timeZone).slice(0, 10);
  return new Intl.DateTimeFormat(formatLocale, {
    ...(isToday ? {} : { weekday: 'short', month: 'short', day: 'numeric' }),
    hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone,
  }).format(end);
}
