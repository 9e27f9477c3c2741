import { describe, expect, it } from 'vitest';
import type { Config, Prompt, Variable } from '../../api/types';
import { changesBetween, valuesOf, withChanges, withValues } from './values';

const variable = (name: string, value: string): Variable => ({
  name,
  displayName: null,
  kind: 'text',
  value,
  description: '',
  section: null,
  locked: false,
  constraints: null,
});

const prompt = (name: string, voice: string, chat: string | null = null): Prompt => ({
  name,
  displayName: null,
  key: name,
  description: '',
  section: null,
  locked: false,
  texts: { 'en-US': { voice, chat } },
});

const config = (parts: Partial<Config> = {}): Config => ({
  id: 'office/austin',
  version: 3,
  displayName: null,
  description: '',
  defaultLanguage: null,
  variables: [variable('Closure', 'false')],
  prompts: [prompt('Welcome', 'Hello')],
  overrides: {},
  inherited: {
    variables: [{ ...variable('Minutes', '30'), from: 'office' }],
    prompts: [{ ...prompt('Goodbye', 'Bye'), from: 'office' }],
    defaultLanguage: null,
    displayNames: {},
  },
  saved: { by: 'seed', at: '2026-01-01T00:00:00Z', comment: null },
  changes: [],
  scenarios: [],
  sizes: {
    answer: { bytes: 1, limit: 32_768, language: 'en-US', channel: 'voice', at: '2026-01-01T00:00:00Z', largestKeys: [] },
    item: { bytes: 1, limit: 409_600, largestKeys: [] },
  },
  ...parts,
});

describe('values', () => {
  it('come back as the same config when nothing was changed', () => {
    const before = config({ overrides: { Minutes: { value: '45' } } });
    const { variables, prompts, overrides } = withValues(before, valuesOf(before));
    expect({ variables, prompts, overrides }).toEqual({
      variables: before.variables,
      prompts: before.prompts,
      overrides: before.overrides,
    });
  });

  it('are sent with what was changed', () => {
    const before = config();
    const values = withChanges(valuesOf(before), [
      { path: 'variables.Closure.value', after: 'true' },
      { path: 'prompts.Welcome.texts.en-US.chat', after: 'Hi' },
      { path: 'overrides.Minutes.value', after: '' },
      { path: 'overrides.Goodbye.texts.en-US.voice', after: 'See you' },
    ]);
    const sent = withValues(before, values);
    expect(sent.variables[0]?.value).toBe('true');
    expect(sent.prompts[0]?.texts).toEqual({ 'en-US': { voice: 'Hello', chat: 'Hi' } });
    expect(sent.overrides).toEqual({
      Minutes: { value: '' },
      Goodbye: { texts: { 'en-US': { voice: 'See you', chat: null } } },
    });
  });

  it('keep an override whose parent is gone', () => {
    const before = config({ overrides: { Gone: { value: '1' } } });
    expect(withValues(before, valuesOf(before)).overrides).toEqual({ Gone: { value: '1' } });
  });

  it('typed back to what they were are no change', () => {
    const before = valuesOf(config());
    const typed = withChanges(before, [{ path: 'variables.Closure.value', after: 'true' }]);
    const back = withChanges(typed, [{ path: 'variables.Closure.value', after: 'false' }]);
    expect(changesBetween(before, typed)).toHaveLength(1);
    expect(changesBetween(before, back)).toEqual([]);
  });

  it('of two people are merged field by field', () => {
    const base = valuesOf(config());
    const mine = withChanges(base, [{ path: 'variables.Closure.value', after: 'true' }]);
    const theirs = withChanges(base, [{ path: 'prompts.Welcome.texts.en-US.voice', after: 'Good day' }]);
    const merged = withChanges(theirs, changesBetween(base, mine));
    expect(merged['variables.Closure.value']).toBe('true');
    expect(merged['prompts.Welcome.texts.en-US.voice']).toBe('Good day');
  });
});
