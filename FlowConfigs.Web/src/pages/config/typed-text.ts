import type { Config } from '../../api/types';
import type { Edit } from './use-editor';
import { type Channel, textPath, type Values, valuesOf } from './values';

/**
 * What typing a text edits. A language that the prompt does not have yet begins with both its texts, and is gone again when both are
 * empty: it is then as missing as before.
 */
export function typedText(config: Config, texts: string, language: string, channel: Channel, text: string, values: Values): Edit[] {
  const path = textPath(texts, language, channel);
  const other = textPath(texts, language, channel === 'voice' ? 'chat' : 'voice');
  if (Object.hasOwn(valuesOf(config), path)) {
    return [{ path, after: text }];
  }
  const otherText = values[other] ?? '';
  return text === '' && otherText === ''
    ? [{ path, after: undefined }, { path: other, after: undefined }]
    : [{ path, after: text }, { path: other, after: otherText }];
}
