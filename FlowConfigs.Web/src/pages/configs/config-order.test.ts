import { expect, it } from 'vitest';
import type { ConfigSummary } from '../../api/types';
import { byPath } from './config-order';

const summary = (id: string): ConfigSummary => ({
  id,
  version: 1,
  description: '',
  variables: [],
  prompts: [],
  promptKeys: [],
  overrides: [],
  savedBy: '',
  savedAt: '',
});

it('puts a config before those that inherit from it, and numbers in their order', () => {
  const ids = ['office-2', 'office/b', 'office/a/10', 'office/a/9', 'office', 'office/a'];
  const sorted = ids.map(summary).toSorted(byPath);
  expect(sorted.map(({ id }) => id)).toEqual(['office', 'office/a', 'office/a/9', 'office/a/10', 'office/b', 'office-2']);
});
