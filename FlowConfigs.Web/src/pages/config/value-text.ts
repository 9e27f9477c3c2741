import type { Config, Variable } from '../../api/types';
import { configMessages } from '../../messages/config';
import { subjectOf } from './paths';

/** A variable's value in words. */
export function valueText({ kind }: Pick<Variable, 'kind'>, value: string): string {
  if (kind === 'boolean') {
    return value === 'true' ? configMessages.yes : configMessages.no;
  }
  return value === '' ? configMessages.emptyValue : value;
}

/** The value at a path in words, where having none there means that it is inherited. */
export function textAt(config: Config, path: string, value: string | undefined): string {
  if (value === undefined) {
    return configMessages.absent;
  }
  const { name, channel } = subjectOf(path);
  const variables = [...config.variables, ...config.inherited.variables];
  const kind = channel === undefined ? variables.find((variable) => variable.name === name)?.kind : undefined;
  return valueText({ kind: kind ?? 'text' }, value);
}
