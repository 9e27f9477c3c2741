import { expect, it } from 'vitest';
import { fieldName } from './field-name';

it.each([
  ['prompts.Welcome.texts.en-US.voice', 'Welcome, English (US), voice'],
  ['variables.Closure.value', 'Closure'],
  ['variables.Closure.locked', 'Closure, locked'],
  ['values.field-office/austin.Closure.value', 'field-office/austin, Closure'],
  ['scenarios.fire-real.until', 'Scenario, Fire real, until'],
  ['changes.3f2a91bc.values.Closure.value', 'Timed change, Closure'],
  ['overrides.Closure.value', 'Own value, Closure'],
  ['description', 'Description'],
  ['somethingNew', 'somethingNew'],
])('%s is %s', (path, words) => {
  expect(fieldName(path)).toBe(words);
});

it.each(['constructor', 'valueOf', '__proto__', 'toString'])('a variable called %s is called so', (name) => {
  expect(fieldName(`overrides.${name}.value`)).toBe(`Own value, ${name}`);
  expect(fieldName(name)).toBe(name);
});

it('a scenario names its configs', () => {
  expect(fieldName('values.field-office/austin.Closure.value', (list, name) => (list === 'values' ? 'Austin' : name))).toBe('Austin, Closure');
});
