import { messages } from '../messages';
import { formatLocale, formatted } from './formats';
import { isKnownZone, zoneOrUtc } from './time-zones';

const wholeDay = { year: 'numeric', month: 'short', day: 'numeric' } as const;

/**
 * An instant as a clock in that time zone shows it: "Dec 24, 2026, 5:00 PM CST". In UTC, and saying so, where this browser does not
 * know the zone.
 */
export function formatInZone(at: string | Date, timeZone: string, day: Intl.DateTimeFormatOptions = wholeDay): string {
  const time = formatted(
    new Intl.DateTimeFormat(formatLocale, {
      ...day, hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone: zoneOrUtc(timeZone),
    }),
    at,
  );
  return isKnownZone(timeZone) ? time : messages.time.instead(time, timeZone);
}

/** The time of day alone, as in "5:00 PM". */
export const formatTimeInZone = (at: Date, timeZone: string) =>
  formatted(new Intl.DateTimeFormat(formatLocale, { hour: 'numeric', minute: '2-digit', timeZone: zoneOrUtc(timeZone) }), at);
