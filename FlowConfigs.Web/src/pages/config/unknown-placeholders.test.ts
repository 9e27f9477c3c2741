import { expect, it } from 'vitest';
import type { Config } from '../../api/types';
import { unknownPlaceholders } from './unknown-placeholders';

const base = {
  inherited: { variables: [{ name: 'OfficeName' }], prompts: [], defaultLanguage: null },
} as unknown as Config;

it.each([
  ['Welcome to {{OfficeNam}}.', ['{{OfficeNam}}']],
  ['Welcome to {{ OfficeName }}, {OfficeName}, $.External.OfficeName.', []],
  ['Your number: $.Attributes.number, $.External.Nmber', ['$.External.Nmber']],
  ['{{constructor}} {{constructor}}', ['{{constructor}}']],
])('%s has %j', (after, unknown) => {
  const changes = [{ path: 'overrides.Welcome.texts.en-US.voice', before: '', after }];
  expect(unknownPlaceholders(base, {}, changes)).toEqual(unknown);
});
