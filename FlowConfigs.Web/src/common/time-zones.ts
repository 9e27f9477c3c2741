const known = new Map<string, boolean>();

/** Whether this browser knows a time zone: servers, and systems that browsers run on, know some that Intl does not. */
export function isKnownZone(timeZone: string): boolean {
  let isKnown = known.get(timeZone);
  if (isKnown === undefined) {
    try {
      isKnown = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
    } catch {
      isKnown = false;
    }
    known.set(timeZone, isKnown);
  }
  return isKnown;
}

/** The zone itself, or UTC in place of one that this browser does not know. Every Intl format with a zone takes it from here. */
export const zoneOrUtc = (timeZone: string) => (isKnownZone(timeZone) ? timeZone : 'UTC');

const detected = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** What the browser gives as its zone and does not know itself; null where it knows it. */
export const unknownOwnZone = isKnownZone(detected) ? null : detected;

/** The person's own, which is what they mean by five o'clock unless they say otherwise. */
export const ownTimeZone = zoneOrUtc(detected);

export const timeZones: string[] = [...new Set([ownTimeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];

/** What a clock in the zone shows at an instant, as the API and the browser's own field write it: `2026-12-24T17:00`. */
export function clockTime(at: Date, timeZone: string): string {
  // Swedish dates are written like this.
  const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zoneOrUtc(timeZone) });
  return Number.isNaN(at.getTime()) ? '' : clock.format(at).replace(' ', 'T');
}

const wall = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Whether it is a time on a clock, `2026-12-24T17:00`: the browser's own field takes years of six digits as well. */
export const isClockTime = (text: string) => wall.test(text) && !Number.isNaN(Date.parse(`${text}Z`));

/** A zone as people read it: "America/New York". */
export const zoneName = (timeZone: string) => timeZone.replaceAll('_', ' ');
