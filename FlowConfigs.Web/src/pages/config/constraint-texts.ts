import type { Constraints, Variable } from '../../api/types';

/** Constraints as they are typed. */
export interface ConstraintTexts {
  min: string;
  max: string;
  maxLength: string;
  pattern: string;
  /** One a line. */
  options: string;
}

export const constraintTexts = (constraints: Constraints | null): ConstraintTexts => ({
  min: String(constraints?.min ?? ''),
  max: String(constraints?.max ?? ''),
  maxLength: String(constraints?.maxLength ?? ''),
  pattern: constraints?.pattern ?? '',
  options: (constraints?.options ?? []).join('\n'),
});

/** Those that fit the kind; null where there are none. The server says what is wrong with them. */
export function constraintsFrom(kind: Variable['kind'], texts: ConstraintTexts): Constraints | null {
  const constraints = byKind(kind, texts);
  return Object.values(constraints).some((limit) => limit !== null) ? constraints : null;
}

function byKind(kind: Variable['kind'], { min, max, maxLength, pattern, options }: ConstraintTexts): Constraints {
  switch (kind) {
    case 'number':
      return { min: number(min), max: number(max) };
    case 'text':
      return { maxLength: number(maxLength), pattern: pattern || null };
    case 'select':
      return { options: options.split('\n').map((option) => option.trim()).filter((option) => option !== '') };
    case 'boolean':
      return {};
  }
}

function number(text: string): number | null {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? null : value;
}
