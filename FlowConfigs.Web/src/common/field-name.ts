import { historyMessages } from '../messages/history';
import { own } from './own';
import { languageName } from './language-name';

const words = historyMessages.parts;
const tag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** Parts that stand between names: what is between is said by the names themselves. */
const between = new Set(['texts', 'values', 'constraints']);

/** The path of a field in words: `prompts.Welcome.texts.en-US.voice` is "Welcome, English (US), voice". */
export function fieldName(path: string): string {
  const parts = path.split('.');
  const said = parts.map((part, index) => {
    const isName = index > 0 && index < parts.length - 1;
    if (between.has(part)) {
      return '';
    }
    if (parts[index - 1] === 'texts' && tag.test(part)) {
      return languageName(part);
    }
    return isName ? part : (own(words, part) ?? part);
  });
  return said.filter((word) => word !== '').join(', ') || path;
}
