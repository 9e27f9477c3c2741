import type { Config } from '../../api/types';
import { subjectOf } from './paths';
import { type Change, promptsIn, type Values, variablesIn } from './values';

/** The forms that a flow fills in, as the API reads them (Placeholders.cs): `{{name}}`, `{name}` and `$.External.name`. */
const forms = /\{\{\s*([\w.-]{1,100})\s*\}\}|\{([\w.-]{1,100})\}|\$\.External\.([A-Za-z_][\w-]*)/g;

/** The placeholders of a text, as they are written in it, each once. */
export const placeholdersIn = (text: string): string[] => [...new Set([...text.matchAll(forms)].map(([placeholder]) => placeholder))];

/** Placeholders in texts that were changed which are no key of the config: callers would hear them as they are written. */
export function unknownPlaceholders(base: Config, values: Values, changes: readonly Change[]): string[] {
  const { variables, prompts } = base.inherited;
  const keys = new Set([
    ...variablesIn(values).map(({ name }) => name),
    ...promptsIn(values).map(({ name, key }) => key || name),
    ...variables.map(({ name }) => name),
    ...prompts.map(({ key }) => key),
  ]);
  const texts = changes.filter(({ path }) => subjectOf(path).part === 'texts').map(({ after }) => after ?? '');
  const found = texts.flatMap((text) => [...text.matchAll(forms)]);
  return [...new Set(found.filter(([, ...names]) => !keys.has(names.find(Boolean) ?? '')).map(([placeholder]) => placeholder))];
}
