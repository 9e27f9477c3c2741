import { historyMessages } from '../messages/history';
import { own } from './own';
import { languageName } from './language-name';
import { asKeys, type Labels } from './labels';
import { scenarioName } from './scenario-name';

const words = historyMessages.parts;
const tag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** Parts that stand between names: what is between is said by the names themselves. */
const between = new Set(['texts', 'values', 'constraints']);

/** The path of a field in words: `prompts.Welcome.texts.en-US.voice` is "Welcome, English (US), voice". */
export function fieldName(path: string, labels: Labels = asKeys): string {
  const parts = path.split('.');
  const said = parts.map((part, index) => {
    const isName = index > 0 && index < parts.length - 1;
    if (between.has(part)) {
      return '';
    }
    if (parts[index - 1] === 'texts' && tag.test(part)) {
      return languageName(part);
    }
    if (index === 1 && parts[0] === 'changes') {
      // A timed change has an id that means nothing to anybody.
      return '';
    }
    return isName ? labelIn(parts, index, labels) : (own(words, part) ?? part);
  });
  return said.filter((word) => word !== '').join(', ') || path;
}

/** A part's label where it names a variable, a prompt or a key of the config itself. */
function labelIn(parts: readonly string[], index: number, labels: Labels): string {
  const part = parts[index] ?? '';
  if (index === 1 && parts[0] === 'scenarios') {
    return scenarioName(part);
  }
  const isNamed = index === 1 && ['variables', 'prompts', 'overrides', 'values'].includes(parts[0] ?? '');
  const isKey = index === 3 && parts[2] === 'values';
  return isNamed || isKey ? labels(parts[0], part) : part;
}
