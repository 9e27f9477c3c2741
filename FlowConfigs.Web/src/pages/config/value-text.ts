import type { Config, Variable } from '../../api/types';
import { configMessages } from '../../messages/config';
import { subjectOf } from './paths';
import { own } from '../../common/own';

/** A variable's value in words. */
export function valueText({ kind, constraints }: Pick<Variable, 'kind' | 'constraints'>, value: string): string {
  if (kind === 'boolean') {
    return value === 'true' ? configMessages.yes : configMessages.no;
  }
  return value === '' ? configMessages.emptyValue : (own(constraints?.optionNames ?? {}, value) ?? value);
}

/** The value at a path in words, where having none there means that it is inherited. */
export function textAt(config: Config, path: string, value: string | undefined): string {
  if (value === undefined) {
    return configMessages.absent;
  }
  const { name, channel } = subjectOf(path);
  const variables = [...config.variables, ...config.inherited.variables];
  const variable = channel === undefined ? variables.find((one) => one.name === name) : undefined;
  return valueText(variable ?? { kind: 'text', constraints: null }, value);
}
