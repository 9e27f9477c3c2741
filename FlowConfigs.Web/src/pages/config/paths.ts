import type { ConfigValues } from '../../api/types';
import { languageName } from '../../common/language-name';
import { configMessages } from '../../messages/config';
import type { Channel } from './values';

interface Subject {
  /** Up to and including the name: `prompts.Welcome`. */
  path: string;
  name: string;
  language?: string;
  channel?: Channel;
}

const subject = String.raw`(?<path>(?:variables|prompts|overrides)\.(?<name>.+?))`;
const text = String.raw`texts(?:\.(?<language>[^.]+)(?:\.(?<channel>voice|chat))?)?`;
const shape = new RegExp(String.raw`^${subject}(?:\.(?:value|${text}))?$`);

/** What a path is about. */
export function subjectOf(path: string): Subject {
  const { path: upToName = path, name = path, language, channel } = shape.exec(path)?.groups ?? {};
  return {
    path: upToName,
    name,
    ...(language === undefined ? {} : { language }),
    ...(channel === 'voice' || channel === 'chat' ? { channel } : {}),
  };
}

/** `prompts.Welcome.texts.en-US.voice` in words: "Welcome, English (US), Voice". */
export function labelOf(path: string): string {
  const { name, language, channel } = subjectOf(path);
  const parts = [name];
  if (language !== undefined) {
    parts.push(languageName(language));
  }
  if (channel !== undefined) {
    parts.push(configMessages[channel]);
  }
  return configMessages.field(parts);
}

const position = /^(variables|prompts)\[(\d+)\]/;

/** The API names a variable by its position in what was sent, the screen by its name. */
export function fromApiPath(path: string, sent: ConfigValues): string {
  return path.replace(position, (all, list: 'variables' | 'prompts', index: string) => {
    const item = sent[list][Number(index)];
    return item ? `${list}.${item.name}` : all;
  });
}
