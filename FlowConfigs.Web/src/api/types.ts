export type VariableKind = 'text' | 'number' | 'boolean' | 'select';

export interface Constraints {
  min?: number | null;
  max?: number | null;
  maxLength?: number | null;
  pattern?: string | null;
  options?: string[] | null;
}

export interface Variable {
  name: string;
  kind: VariableKind;
  value: string;
  description: string | null;
  locked: boolean;
  constraints: Constraints | null;
}

export interface PromptText {
  voice: string;
  chat: string | null;
}

export type Texts = Record<string, PromptText>;

export interface Prompt {
  name: string;
  key: string;
  description: string | null;
  locked: boolean;
  texts: Texts;
}

export interface Override {
  value?: string | null;
  texts?: Texts | null;
}

export type Inherited<T> = T & { from: string };

export interface ConfigValues {
  description: string | null;
  defaultLanguage: string | null;
  variables: Variable[];
  prompts: Prompt[];
  overrides: Record<string, Override>;
}

export interface Config extends ConfigValues {
  id: string;
  version: number;
  inherited: { variables: Inherited<Variable>[]; prompts: Inherited<Prompt>[] };
  saved: { by: string; at: string; comment: string | null };
}

export interface ConfigSummary {
  id: string;
  version: number;
  description: string | null;
  variables: string[];
  prompts: string[];
  overrides: string[];
  savedBy: string;
  savedAt: string;
}
