import type { components } from './schema';

type Schemas = components['schemas'];

// A request may leave out what has a default; an answer always has it. The schema has one type for both.
export type Variable = Required<Schemas['Variable']>;
export type Prompt = Required<Schemas['Prompt']>;
export type Inherited<T> = T & { from: string };

export type Constraints = Schemas['Constraints'];
export type Override = Schemas['Override'];
export type Texts = Prompt['texts'];

export type Me = Schemas['Me'];
export type MyRights = Schemas['MyRights'];
export type Right = Schemas['Right'];
export type PublicSettings = Schemas['PublicSettings'];
export type SignInSettings = Schemas['SignInSettings'];

export type TimedChange = Schemas['TimedChange'];
export type ActiveScenario = Schemas['ActiveScenario'];
export type ChangeBody = Schemas['ChangeBody'];
export type Sizes = Schemas['Sizes'];
export type PreviewRequest = Schemas['PreviewRequest'];
export type Preview = Schemas['PreviewResponse'];
export type ResolvedValue = Schemas['ResolvedValue'];
export type Effect = Schemas['Effect'];
export type ApiFinding = Schemas['Problem'];
export type Settings = Schemas['SettingsResponse'];
export type ConfigPage = Schemas['ConfigPage'];
export type ConfigSummary = Schemas['ConfigSummary'];
export type ConfigBody = Schemas['ConfigBody'];

/** What can be edited of a config. */
export interface ConfigValues {
  displayName: string | null;
  description: string;
  defaultLanguage: string | null;
  variables: Variable[];
  prompts: Prompt[];
  overrides: Record<string, Override>;
}

export interface Config extends ConfigValues {
  id: string;
  version: number;
  inherited: {
    variables: Inherited<Variable>[];
    prompts: Inherited<Prompt>[];
    defaultLanguage: string | null;
    /** The parents' display names by id. */
    displayNames: Record<string, string>;
  };
  saved: Schemas['Saved'];
  changes: TimedChange[];
  scenarios: ActiveScenario[];
  sizes: Sizes;
}
