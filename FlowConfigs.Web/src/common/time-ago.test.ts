import { expect, it } from 'vitest';
import { timeAgo } from './time-ago';

const now = new Date('2026-03-01T12:00:00Z');

it.each([
  ['2026-03-01T11:59:30Z', 'just now'],
  ['2026-03-01T11:55:00Z', '5 minutes ago'],
  ['2026-02-28T11:00:00Z', 'yesterday'],
  ['2024-03-01T12:00:00Z', '2 years ago'],
])('%s is %s', (at, words) => {
  expect(timeAgo(new Date(at), now)).toBe(words);
});
