import type { Config, ConfigValues, Override, Texts } from '../../api/types';
import { definedIn, definitionPath, promptDefinition, promptField, variableDefinition, variableField } from './definitions';

/**
 * The values of a config that can be edited, by path: `variables.Closure.value`, `prompts.Welcome.texts.en-US.voice`,
 * `overrides.Closure.value`, `description`. Flat, so that two sets of values are compared and merged key by key.
 */
export type Values = Readonly<Record<string, string>>;
export type Channel = 'voice' | 'chat';

export interface Change {
  path: string;
  before: string | undefined;
  after: string | undefined;
}

export const displayNamePath = 'displayName';
export const descriptionPath = 'description';
export const defaultLanguagePath = 'defaultLanguage';
export const variablePath = (name: string) => `variables.${name}.value`;
export const promptPath = (name: string) => `prompts.${name}.texts`;
export const overridePath = (key: string) => `overrides.${key}.value`;
export const overrideTextsPath = (key: string) => `overrides.${key}.texts`;
export const textPath = (texts: string, language: string, channel: Channel) => `${texts}.${language}.${channel}`;

export function valuesOf({ displayName, description, defaultLanguage, variables, prompts, overrides }: ConfigValues): Values {
  return Object.fromEntries([
    [displayNamePath, displayName ?? ''] as const,
    [descriptionPath, description] as const,
    [defaultLanguagePath, defaultLanguage ?? ''] as const,
    ...variables.flatMap((variable): [string, string][] => [
      [definitionPath('variables', variable.name), variableField(variable)],
      [variablePath(variable.name), variable.value],
    ]),
    ...prompts.flatMap((prompt): [string, string][] => [
      [definitionPath('prompts', prompt.name), promptField(prompt)],
      ...textEntries(promptPath(prompt.name), prompt.texts),
    ]),
    ...Object.entries(overrides).flatMap(([key, override]) => overrideEntries(key, override)),
  ]);
}

function overrideEntries(key: string, { value, texts }: Override): [string, string][] {
  return typeof value === 'string' ? [[overridePath(key), value]] : textEntries(overrideTextsPath(key), texts ?? {});
}

/** A prompt without a chat text and one with an empty chat text say the same: chats get the voice text. */
export function textEntries(path: string, texts: Texts): [string, string][] {
  return Object.entries(texts).flatMap(([language, { voice, chat }]): [string, string][] => [
    [textPath(path, language, 'voice'), voice],
    [textPath(path, language, 'chat'), chat ?? ''],
  ]);
}

/** The config with these values in place of its own, as the API takes it. */
export function withValues(config: Config, values: Values): ConfigValues {
  return {
    displayName: values[displayNamePath] || null,
    description: values[descriptionPath] ?? '',
    defaultLanguage: values[defaultLanguagePath] || null,
    variables: variablesIn(values),
    prompts: promptsIn(values),
    overrides: overridesFrom(config, values),
  };
}

export const variablesIn = (values: Values) =>
  definedIn(values, 'variables').map(([name, field]) => ({
    name, ...variableDefinition(field), value: values[variablePath(name)] ?? '',
  }));

export const promptsIn = (values: Values) =>
  definedIn(values, 'prompts').map(([name, field]) => ({
    name, ...promptDefinition(field), texts: textsFrom(values, promptPath(name)),
  }));

function overridesFrom({ overrides, inherited }: Config, values: Values): Record<string, Override> {
  const keys = [
    ...inherited.variables.map(({ name }) => name),
    ...inherited.prompts.map(({ key }) => key),
    ...Object.keys(overrides),
  ];
  const present = [...new Set(keys)].map((key) => [key, overrideFrom(values, key)] as const);
  return Object.fromEntries(present.filter((entry): entry is [string, Override] => entry[1] !== undefined));
}

function overrideFrom(values: Values, key: string): Override | undefined {
  const value = values[overridePath(key)];
  if (value !== undefined) {
    return { value };
  }
  const texts = textsFrom(values, overrideTextsPath(key));
  return Object.keys(texts).length > 0 ? { texts } : undefined;
}

export function textsFrom(values: Values, path: string): Texts {
  const languages = Object.keys(values)
    .filter((field) => field.startsWith(`${path}.`) && field.endsWith('.voice'))
    .map((field) => field.slice(path.length + 1, -'.voice'.length));
  return Object.fromEntries(
    languages.map((language) => [
      language,
      { voice: values[textPath(path, language, 'voice')] ?? '', chat: values[textPath(path, language, 'chat')] || null },
    ]),
  );
}

export function changesBetween(before: Values, after: Values): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path])
    .map((path) => ({ path, before: before[path], after: after[path] }));
}

export function withChanges(values: Values, changes: readonly Pick<Change, 'path' | 'after'>[]): Values {
  const next: Record<string, string> = { ...values };
  for (const { path, after } of changes) {
    if (after === undefined) {
      delete next[path];
    } else {
      next[path] = after;
    }
  }
  return next;
}
