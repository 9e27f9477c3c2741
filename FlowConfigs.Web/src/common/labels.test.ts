import { expect, it } from 'vitest';
import type { Prompt, Variable } from '../api/types';
import { fieldName } from './field-name';
import { labelsOf } from './labels';
import { shownName } from './shown-name';

const variable = (name: string, displayName: string | null): Variable => ({
  name, displayName, kind: 'select', value: 'queue', description: '', section: null, locked: false,
  constraints: { options: ['queue', 'constructor'], optionNames: { queue: 'Wait' } },
});
const prompt = (name: string, key: string, displayName: string): Prompt => ({
  name, key, displayName, description: '', section: null, locked: false, texts: {},
});
const config = {
  variables: [variable('Closure', 'Closed'), variable('Plain', null)],
  prompts: [prompt('Closure', 'ClosurePrompt', 'Closed message')],
  inherited: { variables: [], prompts: [], defaultLanguage: null, displayNames: {} },
};
const labels = labelsOf(config, shownName(false));

it.each([
  ['variables.Closure.value', 'Closed'],
  ['prompts.Closure.texts.en-US.voice', 'Closed message, English (US), voice'],
  ['overrides.ClosurePrompt.texts.en-US.voice', 'Own value, Closed message, English (US), voice'],
  ['changes.a1.values.Closure.value', 'Timed change, Closed'],
  ['variables.Plain.value', 'Plain'],
  ['variables.constructor.value', 'constructor'],
  ['variables.Closure.displayName', 'Closed, Display name'],
])('%s is %s for whoever sees names', (path, words) => {
  expect(fieldName(path, labels)).toBe(words);
});

it('shows a designer the key behind a name', () => {
  expect(fieldName('variables.Closure.value', labelsOf(config, shownName(true)))).toBe('Closed (Closure)');
  expect(shownName(true)('Closed', 'Closed')).toBe('Closed');
});

it('gives an option its name', () => {
  expect(labels.option?.('Closure', 'queue')).toBe('Wait');
  expect(labels.option?.('Closure', 'constructor')).toBe('constructor');
  expect(labels.option?.('Nothing', 'queue')).toBe('queue');
});
