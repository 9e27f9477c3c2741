/** The person's own, which is what they mean by five o'clock unless they say otherwise. */
export const ownTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

export const timeZones: string[] = [...new Set([ownTimeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];

/** What a clock in the zone shows at an instant, as the API and the browser's own field write it: `2026-12-24T17:00`. */
export function clockTime(at: Date, timeZone: string): string {
  // Swedish dates are written like this.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at).replace(' ', 'T');
}
