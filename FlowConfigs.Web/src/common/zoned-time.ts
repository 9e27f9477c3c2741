import { clockTime } from './time-zones';

/**
 * The instant at which the wall clock of a time zone shows a time. Of a time that comes twice it is the second, and one that is
 * left out counts on, as for the ends of timed changes (resolution rule R12).
 */
export function instantAt(wall: string, timeZone: string): Date {
  const asUtc = new Date(`${wall}Z`).getTime();
  if (Number.isNaN(asUtc)) {
    return new Date(asUtc);
  }
  const offsets = [-1, 1].map((day) => offsetAt(new Date(asUtc + day * 24 * 60 * 60 * 1000), timeZone));
  const candidates = offsets.map((offset) => new Date(asUtc - offset)).filter((at) => clockTime(at, timeZone) === wall);
  const latest = candidates.toSorted((left, right) => right.getTime() - left.getTime())[0];
  return latest ?? new Date(asUtc - (offsets[0] ?? 0));
}

const offsetAt = (at: Date, timeZone: string) =>
  new Date(`${clockTime(at, timeZone)}Z`).getTime() - Math.floor(at.getTime() / 60_000) * 60_000;

/** The day of a wall-clock time, moved by days: `2026-12-31T17:00` and 1 are `2027-01-01`. */
export function dayOf(wall: string, days = 0): string {
  const day = new Date(`${wall.slice(0, 10)}T00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
