import type { Constraints, Prompt, Variable } from '../../api/types';
import type { Values } from './values';
import { own } from '../../common/own';

/**
 * What an admin defines stands among a config's values too, each definition as one field: `variables.Closure.definition`. So it
 * is edited, compared and merged like any value.
 */
export type VariableDefinition = Omit<Variable, 'name' | 'value'>;
export type PromptDefinition = Omit<Prompt, 'name' | 'texts'>;

const suffix = '.definition';

export const definitionPath = (list: 'variables' | 'prompts', name: string) => `${list}.${name}${suffix}`;

/** In one order and without what says nothing, so that equal definitions are equal texts. */
export function variableField({ displayName, kind, description, section, locked, constraints }: VariableDefinition): string {
  return JSON.stringify({
    displayName: displayName || null, kind, description, section: section || null, locked, constraints: constraints && inOrder(constraints),
  });
}

export function promptField({ displayName, key, description, section, locked }: PromptDefinition): string {
  return JSON.stringify({ displayName: displayName || null, key, description, section: section || null, locked });
}

function inOrder({ min, max, maxLength, pattern, options, optionNames }: Constraints): Constraints {
  const names = options && optionNames && namesOf(options, optionNames);
  const limits = { min, max, maxLength, pattern, options, optionNames: names };
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => (limit ?? null) !== null));
}

/** The names of these options in their order; null where none has one. */
export function namesOf(options: string[], names: Readonly<Record<string, string>>): Record<string, string> | null {
  const named = options.map((option) => [option, (own(names, option) ?? '').trim()] as const).filter(([, name]) => name !== '');
  return named.length > 0 ? Object.fromEntries(named) : null;
}

export const variableDefinition = (field: string) => JSON.parse(field) as VariableDefinition;
export const promptDefinition = (field: string) => JSON.parse(field) as PromptDefinition;

/** The names that are defined, in their order, each with its definition's field. */
export function definedIn(values: Values, list: 'variables' | 'prompts'): [name: string, field: string][] {
  const prefix = `${list}.`;
  return Object.entries(values)
    .filter(([path]) => path.startsWith(prefix) && path.endsWith(suffix))
    .map(([path, field]) => [path.slice(prefix.length, -suffix.length), field]);
}

/** The edits that define something new, or anew. */
export const define = (list: 'variables' | 'prompts', name: string, field: string) => [
  { path: definitionPath(list, name), after: field },
];

/** The edits that take a variable or prompt away with all its values. */
export function remove(values: Values, list: 'variables' | 'prompts', name: string) {
  const prefix = `${list}.${name}.`;
  return Object.keys(values)
    .filter((path) => path.startsWith(prefix))
    .map((path) => ({ path, after: undefined }));
}
