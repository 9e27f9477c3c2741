import type { Config, Override, Prompt, Variable } from '../../api/types';

/** A key to which a scenario can give a value in a config. */
export interface EditableKey {
  key: string;
  /** The parent that has locked it, so that a scenario cannot reach it here (resolution rule R17). */
  lockedBy: string | null;
  definition: { kind: 'variable'; variable: Variable } | { kind: 'prompt'; prompt: Prompt };
}

const ofVariable = (variable: Variable, lockedBy: string | null): EditableKey => ({
  key: variable.name, lockedBy, definition: { kind: 'variable', variable },
});

const ofPrompt = (prompt: Prompt, lockedBy: string | null): EditableKey => ({
  key: prompt.key, lockedBy, definition: { kind: 'prompt', prompt },
});

export function editableKeys({ variables, prompts, inherited }: Config): EditableKey[] {
  return [
    ...variables.map((one) => ofVariable(one, null)),
    ...inherited.variables.map((one) => ofVariable(one, one.locked ? one.from : null)),
    ...prompts.map((one) => ofPrompt(one, null)),
    ...inherited.prompts.map((one) => ofPrompt(one, one.locked ? one.from : null)),
  ];
}

/** What a key begins with in a scenario: a switch turned over, because that is why somebody adds it, and else as it is. */
export function firstValue({ definition }: EditableKey): Override {
  if (definition.kind === 'variable') {
    const { kind, value } = definition.variable;
    return { value: kind === 'boolean' ? String(value !== 'true') : value };
  }
  const texts = Object.entries(definition.prompt.texts);
  return { texts: Object.fromEntries(texts.map(([language, { voice, chat }]) => [language, { voice, chat: chat ?? null }])) };
}

export const displayNameOf = ({ definition }: EditableKey) =>
  (definition.kind === 'variable' ? definition.variable : definition.prompt).displayName;
