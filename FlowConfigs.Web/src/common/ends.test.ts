import { expect, it } from 'vitest';
import { endChoices, endLabel, ownEnd } from './ends';

const zone = 'America/Chicago';
const untils = (now: string) => endChoices(new Date(now), zone).map(({ kind, until }) => `${kind} ${until}`);

it('offers the afternoon while it is ahead', () => {
  expect(untils('2026-12-24T15:10:20Z')).toEqual([
    'hour 2026-12-24T16:10:00.000Z',
    'hours 2026-12-24T19:10:00.000Z',
    'today 2026-12-24T17:00',
    'midnight 2026-12-25T00:00',
    'tomorrow 2026-12-25T08:00',
  ]);
});

it('offers no afternoon that is over, or almost', () => {
  expect(untils('2026-12-24T22:40:00Z')[2]).toBe('midnight 2026-12-25T00:00');
});

it('offers an opening only where a calendar gives one, and calls it tomorrow only where it is', () => {
  const now = new Date('2026-12-24T15:10:00Z');
  const offered = (opening: string) => {
    const end = endChoices(now, zone, new Date(opening)).at(-1);
    return end && `${end.until} ${endLabel(end, zone, now)}`;
  };
  expect(offered('2026-12-25T14:30:00Z')).toBe('2026-12-25T14:30:00.000Z Until tomorrow’s opening');
  expect(offered('2026-12-28T14:30:00Z')).toBe('2026-12-28T14:30:00.000Z Until the next opening');
});

it('counts an hour on where the clock is put forward', () => {
  const tomorrow = endChoices(new Date('2026-03-07T20:00:00Z'), zone).at(-1);
  expect(tomorrow?.at.toISOString()).toBe('2026-03-08T13:00:00.000Z');
});

it('takes an end of its own in the time zone, and none that is over', () => {
  const now = new Date('2026-12-24T15:10:00Z');
  expect(ownEnd('2026-12-24T18:15', zone, now)?.at.toISOString()).toBe('2026-12-25T00:15:00.000Z');
  expect(ownEnd('2026-12-24T09:09', zone, now)).toBeNull();
  expect(ownEnd('', zone, now)).toBeNull();
});
