import type { Constraints, Variable } from '../../api/types';
import { namesOf } from './definitions';

/** Constraints as they are typed. */
export interface ConstraintTexts {
  min: string;
  max: string;
  maxLength: string;
  pattern: string;
  /** One a line. */
  options: string;
  /** By option; also of options that are no longer there. */
  optionNames: Readonly<Record<string, string>>;
}

export const constraintTexts = (constraints: Constraints | null): ConstraintTexts => ({
  min: String(constraints?.min ?? ''),
  max: String(constraints?.max ?? ''),
  maxLength: String(constraints?.maxLength ?? ''),
  pattern: constraints?.pattern ?? '',
  options: (constraints?.options ?? []).join('\n'),
  optionNames: constraints?.optionNames ?? {},
});

/** Those that fit the kind; null where there are none. The server says what is wrong with them. */
export function constraintsFrom(kind: Variable['kind'], texts: ConstraintTexts): Constraints | null {
  const constraints = byKind(kind, texts);
  return Object.values(constraints).some((limit) => limit !== null) ? constraints : null;
}

function byKind(kind: Variable['kind'], { min, max, maxLength, pattern, options, optionNames }: ConstraintTexts): Constraints {
  switch (kind) {
    case 'number':
      return { min: number(min), max: number(max) };
    case 'text':
      return { maxLength: number(maxLength), pattern: pattern || null };
    case 'select':
      return { options: optionsIn(options), optionNames: namesOf(optionsIn(options), optionNames) };
    case 'boolean':
      return {};
  }
}

/** The options that are typed, each once. */
export const optionsIn = (typed: string) => typed.split('\n').map((option) => option.trim()).filter((option) => option !== '');

function number(text: string): number | null {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? null : value;
}
