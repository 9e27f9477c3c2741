import { expect, it } from 'vitest';
import type { ConfigSummary } from '../../api/types';
import { everything, matches, parsedQuery, type Query, queryFromAddress, queryToAddress, stateToken, textToken } from './config-query';
import { listedConfigs } from './listed-config';

const now = new Date('2026-03-01T12:00:00Z');
const summary = (id: string, parts: Partial<ConfigSummary> = {}): ConfigSummary => ({
  id, version: 1, description: '', variables: [], prompts: [], promptKeys: [], overrides: [], savedBy: 'seed', savedAt: '2026-02-01T12:00:00Z', ...parts,
});
const listed = listedConfigs(
  [
    summary('office', { variables: ['Closure', 'OfficeName'], on: ['Closure'] }),
    summary('office/austin', { displayName: 'Austin office', overrides: ['OfficeName'], savedBy: 'manager' }),
    summary('queue', { savedAt: now.toISOString() }),
  ],
  now,
  new Set(['queue']),
);
const found = (query: Query, inTexts: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map()) =>
  listed.filter((one) => matches(one, query, inTexts)).map(({ id }) => id);
const all = (...tokens: Query['tokens'][number][]): Query => ({ ...everything, tokens });

it('finds everything where nothing is asked', () => {
  expect(found(everything)).toEqual(['office', 'office/austin', 'queue']);
  expect(found({ tokens: [], operation: 'or' })).toHaveLength(3);
});

it('finds words in what the list knows and in texts that the server searched', () => {
  expect(found(all(textToken('AUSTIN')))).toEqual(['office/austin']);
  expect(found(all(textToken('cerrado')), new Map([['cerrado', new Map([['queue', 'Found in …']])]]))).toEqual(['queue']);
  expect(found(all({ operator: '!:', value: 'austin' }))).toEqual(['office', 'queue']);
});

it('finds by a state, also an inherited one', () => {
  expect(found(all(stateToken('closed')))).toEqual(['office', 'office/austin']);
  expect(found(all(stateToken('today')))).toEqual(['queue']);
  expect(found(all(stateToken('incomplete')))).toEqual(['queue']);
  expect(found(all({ propertyKey: 'state', operator: '!=', value: 'closed' }))).toEqual(['queue']);
});

it('finds by properties, all of them or any', () => {
  const saved = { propertyKey: 'savedBy', operator: '=', value: 'seed' };
  const variable = { propertyKey: 'variable', operator: '=', value: 'OfficeName' };
  expect(found(all(saved, variable))).toEqual(['office']);
  expect(found({ tokens: [saved, variable], operation: 'or' })).toEqual(['office', 'queue']);
  expect(found(all({ propertyKey: 'id', operator: '^', value: 'office/' }))).toEqual(['office/austin']);
});

it('is the same after a way through the address', () => {
  const text = all(textToken('massachusetts'));
  expect(queryToAddress(text)).toEqual({ text: 'massachusetts' });
  const query = { tokens: [stateToken('closed'), textToken('a&b')], operation: 'or' } as const;
  expect(queryFromAddress(new URLSearchParams(queryToAddress(query)))).toEqual(query);
  expect(queryFromAddress(new URLSearchParams())).toEqual(everything);
});

it('takes nothing from an address that is no filter', () => {
  for (const written of ['', 'null', '[]', '{"tokens":[1],"operation":"and"}', '{"tokens":[{"operator":":","value":"a","propertyKey":"constructor"}],"operation":"and"}']) {
    expect(parsedQuery(written)).toBeUndefined();
  }
});
