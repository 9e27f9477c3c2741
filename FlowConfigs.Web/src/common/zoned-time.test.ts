import { expect, it } from 'vitest';
import { clockTime } from './time-zones';
import { dayOf, instantAt } from './zoned-time';

it.each([
  ['2026-07-01T17:00', 'America/Chicago', '2026-07-01T22:00:00.000Z'],
  ['2026-12-24T17:00', 'America/Chicago', '2026-12-24T23:00:00.000Z'],
  // Left out when the clocks go forward: it counts on.
  ['2026-03-08T02:30', 'America/Chicago', '2026-03-08T08:30:00.000Z'],
  // Comes twice when the clocks go back: an end means the second.
  ['2026-11-01T01:30', 'America/Chicago', '2026-11-01T07:30:00.000Z'],
  ['2026-03-02T00:00', 'Asia/Kolkata', '2026-03-01T18:30:00.000Z'],
])('%s in %s is %s', (wall, zone, instant) => {
  expect(instantAt(wall, zone).toISOString()).toBe(instant);
});

it('shows an instant on the wall clock of a zone', () => {
  expect(clockTime(new Date('2026-12-24T05:00:30Z'), 'America/Chicago')).toBe('2026-12-23T23:00');
});

it('moves a day over the end of a year', () => {
  expect(dayOf('2026-12-31T23:59', 1)).toBe('2027-01-01');
});
