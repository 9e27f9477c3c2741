import { expect, it } from 'vitest';
import { sortedByPath } from './config-order';

it('puts a config before those that inherit from it, and numbers in their order', () => {
  const ids = ['office-2', 'office/b', 'office/a/10', 'office/a/9', 'office', 'office/a'];
  const sorted = sortedByPath(ids.map((id) => ({ id })));
  expect(sorted.map(({ id }) => id)).toEqual(['office', 'office/a', 'office/a/9', 'office/a/10', 'office/b', 'office-2']);
});
