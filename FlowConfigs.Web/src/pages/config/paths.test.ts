import { expect, it } from 'vitest';
import type { ConfigValues, Variable } from '../../api/types';
import { fromApiPath, labelOf, subjectOf } from './paths';

const sent: ConfigValues = {
  displayName: null,
  description: '',
  defaultLanguage: null,
  variables: ['Closure', 'Minutes'].map(
    (name): Variable => ({
      name, displayName: null, kind: 'text', value: '', description: '', section: null, locked: false, constraints: null,
    }),
  ),
  prompts: [{ name: 'Welcome', displayName: 'Greeting', key: 'Welcome', description: '', section: null, locked: false, texts: {} }],
  overrides: {},
};

it.each([
  ['variables[1].value', 'variables.Minutes.value'],
  ['prompts[0].texts.en-US.voice', 'prompts.Welcome.texts.en-US.voice'],
  ['overrides.Closure.value', 'overrides.Closure.value'],
  ['variables[1].constraints.min', 'variables.Minutes.definition'],
  ['variables[7].value', 'variables[7].value'],
])('finds the field of the API path %s', (apiPath, path) => {
  expect(fromApiPath(apiPath, sent)).toBe(path);
});

it.each([
  ['variables.Closure.value', 'Closure'],
  ['overrides.Closure', 'Closure'],
  ['prompts.Welcome.texts.es-US.chat', 'Welcome, Spanish (US), Chat'],
  ['prompts.Welcome.texts.es-US', 'Welcome, Spanish (US)'],
  ['description', 'Description'],
  ['variables.Closure.definition', 'Closure, definition'],
])('puts %s into words', (path, label) => {
  expect(labelOf(path)).toBe(label);
});

it('takes all texts of a prompt for one subject', () => {
  expect(subjectOf('prompts.Welcome.texts.en-US.voice').path).toBe(subjectOf('prompts.Welcome.texts.es-US.chat').path);
});
