import { expect, it } from 'vitest';
import type { ConfigSummary } from '../../api/types';
import { statesOf } from './config-state';
import { openPart, treeOf } from './config-tree';

const now = new Date('2026-03-01T12:00:00Z');
const summary = (id: string, parts: Partial<ConfigSummary> = {}): ConfigSummary => ({
  id, version: 1, description: '', variables: [], prompts: [], promptKeys: [], overrides: [], savedBy: '', savedAt: '', ...parts,
});
const span = (on: string[], scenario = false, until = '2026-03-01T17:00:00Z') => ({
  id: 'fire', scenario, from: '2026-03-01T09:00:00Z', until, keys: ['Closure'], on,
});
const closed = (configs: ConfigSummary[], id: string) => statesOf(configs, now).get(id)?.closed;

const parent = summary('office', { variables: ['Closure'], on: ['Closure'] });

it('is closed with the config that it inherits from, unless it overrides that', () => {
  const configs = [parent, summary('office/austin'), summary('office/boston', { overrides: ['Closure'], on: [] })];
  expect(closed(configs, 'office/austin')).toBe(true);
  expect(closed(configs, 'office/boston')).toBe(false);
});

it('is closed by a timed change for its time, and by a scenario above everything (R14, R15)', () => {
  const open = summary('office', { variables: ['Closure'] });
  expect(closed([{ ...open, times: [span(['Closure'])] }], 'office')).toBe(true);
  expect(closed([{ ...open, times: [span(['Closure'], false, '2026-03-01T10:00:00Z')] }], 'office')).toBe(false);
  const overriding = summary('office/austin', { overrides: ['Closure'], on: [] });
  expect(closed([{ ...open, times: [span(['Closure'], true)] }, overriding], 'office/austin')).toBe(true);
  expect(closed([{ ...parent, times: [span([], true)] }], 'office')).toBe(false);
});

it('shows a branch where its parents are open, with how many are below', () => {
  const nodes = treeOf(['a', 'a/b/c', 'a/d', 'e'].map((id) => summary(id)));
  expect(nodes.map(({ id, below }) => [id, below])).toEqual([['a', 2], ['a/b', 1], ['a/b/c', 0], ['a/d', 0], ['e', 0]]);
  expect(openPart(nodes, new Set(['a'])).map(({ id }) => id)).toEqual(['a', 'a/b', 'a/d', 'e']);
});
