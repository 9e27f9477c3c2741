import type { Config } from '../../api/types';
import { configMessages } from '../../messages/config';
import { subjectOf } from './paths';
import { textAt } from './value-text';

/** A field's value in words; of a definition, that it is there. */
export function fieldText(config: Config, path: string, value: string | undefined): string {
  const { part, list } = subjectOf(path);
  if (part === 'definition') {
    return value === undefined ? configMessages.review.notThere : configMessages.review.defined;
  }
  if (value === undefined && list !== 'overrides') {
    return configMessages.review.notThere;
  }
  return textAt(config, path, value);
}
