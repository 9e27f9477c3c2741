import { expect, it } from 'vitest';
import { endChoices, ownEnd } from './ends';

const zone = 'America/Chicago';
const untils = (now: string) => endChoices(new Date(now), zone).map(({ kind, until }) => `${kind} ${until}`);

it('offers the afternoon while it is ahead', () => {
  expect(untils('2026-12-24T15:10:20Z')).toEqual([
    'hour 2026-12-24T16:10:00.000Z',
    'hours 2026-12-24T19:10:00.000Z',
    'afternoon 2026-12-24T17:00',
    'midnight 2026-12-25T00:00',
  ]);
});

it('offers the next morning when the afternoon is over, or almost', () => {
  expect(untils('2026-12-24T22:40:00Z')[2]).toBe('morning 2026-12-25T08:00');
});

it('takes an end of its own in the time zone, and none that is over', () => {
  const now = new Date('2026-12-24T15:10:00Z');
  expect(ownEnd('2026-12-24T18:15', zone, now)?.at.toISOString()).toBe('2026-12-25T00:15:00.000Z');
  expect(ownEnd('2026-12-24T09:09', zone, now)).toBeNull();
  expect(ownEnd('', zone, now)).toBeNull();
});
