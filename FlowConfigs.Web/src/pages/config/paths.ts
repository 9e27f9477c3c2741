import type { ConfigValues } from '../../api/types';
import { languageName } from '../../common/language-name';
import { configMessages } from '../../messages/config';
import { type Channel, defaultLanguagePath, descriptionPath, displayNamePath } from './values';
import { asKeys, type Labels } from '../../common/labels';

export interface Subject {
  /** Up to and including the name: `prompts.Welcome`. */
  path: string;
  name: string;
  list?: 'variables' | 'prompts' | 'overrides';
  part?: 'value' | 'texts' | 'definition';
  language?: string;
  channel?: Channel;
}

const subject = String.raw`(?<path>(?<list>variables|prompts|overrides)\.(?<name>.+?))`;
const text = String.raw`(?:texts)(?:\.(?<language>[^.]+)(?:\.(?<channel>voice|chat))?)?`;
const shape = new RegExp(String.raw`^${subject}(?:\.(?:(?<value>value)|(?<definition>definition)|(?<texts>${text})))?$`);

/** What a path is about. */
export function subjectOf(path: string): Subject {
  const { path: upToName = path, name = path, list, value, definition, texts, language, channel } = shape.exec(path)?.groups ?? {};
  const part = value ? 'value' : definition ? 'definition' : texts ? 'texts' : undefined;
  return {
    path: upToName,
    name,
    ...(list === undefined ? {} : { list: list as NonNullable<Subject['list']> }),
    ...(part === undefined ? {} : { part }),
    ...(language === undefined ? {} : { language }),
    ...(channel === 'voice' || channel === 'chat' ? { channel } : {}),
  };
}

/** `prompts.Welcome.texts.en-US.voice` in words: "Welcome, English (US), Voice". */
export function labelOf(path: string, labels: Labels = asKeys): string {
  if (path === displayNamePath || path === descriptionPath || path === defaultLanguagePath) {
    return configMessages[path];
  }
  const { list, name, part, language, channel } = subjectOf(path);
  const parts = [labels(list, name)];
  if (part === 'definition') {
    parts.push(configMessages.definition);
  }
  if (language !== undefined) {
    parts.push(languageName(language));
  }
  if (channel !== undefined) {
    parts.push(configMessages[channel]);
  }
  return configMessages.field(parts);
}

const position = /^(variables|prompts)\[(\d+)\](.*)$/;
const ofValue = /^\.(value|texts)\b/;

const ofTimedChange = /^changes\[\d+\]\.values\./;

/** The same in words for a path as the API has it: "Welcome, English (US), Voice". */
export const labelOfApiPath = (path: string, sent: ConfigValues, labels?: Labels) =>
  labelOf(fromApiPath(path, sent).replace(ofTimedChange, 'overrides.'), labels);

/** The API names a variable by its position in what was sent, the screen by its name. */
export function fromApiPath(path: string, sent: ConfigValues): string {
  return path.replace(position, (all, list: 'variables' | 'prompts', index: string, rest: string) => {
    const item = sent[list][Number(index)];
    return item ? `${list}.${item.name}${ofValue.test(rest) ? rest : '.definition'}` : all;
  });
}
