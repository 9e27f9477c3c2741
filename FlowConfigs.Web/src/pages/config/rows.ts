import type { Config, Prompt, Texts, Variable } from '../../api/types';
import {
  overridePath,
  overrideTextsPath,
  promptPath,
  promptsIn,
  textEntries,
  textsFrom,
  type Values,
  variablePath,
  variablesIn,
} from './values';

/** Where a value comes from, and so what may be done to it here. */
export type Origin =
  | { kind: 'own'; lockedBelow: boolean }
  | { kind: 'inherited' | 'overridden' | 'locked'; from: string };

export interface VariableRow {
  variable: Variable;
  path: string;
  value: string;
  origin: Origin;
}

export interface PromptRow {
  prompt: Prompt;
  path: string;
  texts: Texts;
  origin: Origin;
}

export const isEditable = ({ kind }: Origin) => kind === 'own' || kind === 'overridden';

export function variableRows(config: Config, values: Values): VariableRow[] {
  const own = variablesIn(values).map((variable): VariableRow => {
    const path = variablePath(variable.name);
    return { variable, path, value: variable.value, origin: { kind: 'own', lockedBelow: variable.locked } };
  });
  const inherited = config.inherited.variables.map((variable): VariableRow => {
    const path = overridePath(variable.name);
    const origin = inheritedOrigin(variable, Object.hasOwn(values, path));
    return { variable, path, value: origin.kind === 'overridden' ? (values[path] ?? '') : variable.value, origin };
  });
  return [...own, ...inherited];
}

export function promptRows(config: Config, values: Values): PromptRow[] {
  const own = promptsIn(values).map((prompt): PromptRow => {
    const path = promptPath(prompt.name);
    return { prompt, path, texts: prompt.texts, origin: { kind: 'own', lockedBelow: prompt.locked } };
  });
  const inherited = config.inherited.prompts.map((prompt): PromptRow => {
    const path = overrideTextsPath(prompt.key);
    const overridden = textsFrom(values, path);
    const origin = inheritedOrigin(prompt, Object.keys(overridden).length > 0);
    return { prompt, path, texts: origin.kind === 'overridden' ? overridden : prompt.texts, origin };
  });
  return [...own, ...inherited];
}

function inheritedOrigin({ locked, from }: { locked: boolean; from: string }, overridden: boolean): Origin {
  if (locked) {
    return { kind: 'locked', from };
  }
  return { kind: overridden ? 'overridden' : 'inherited', from };
}

/** The edits that make a key this config's own, starting from what it inherits. */
export const overrideVariable = ({ path, variable }: VariableRow) => [{ path, after: variable.value }];

export const overridePrompt = ({ path, prompt }: PromptRow) =>
  textEntries(path, prompt.texts).map(([field, after]) => ({ path: field, after }));

/** The edits that give a key back to the parent. */
export const inheritAgain = (path: string, values: Values) =>
  Object.keys(values)
    .filter((field) => field === path || field.startsWith(`${path}.`))
    .map((field) => ({ path: field, after: undefined }));
