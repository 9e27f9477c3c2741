import type { Constraints } from '../../api/types';
import { messages } from '../../common/messages';

/** A variable's constraints as a sentence or two; the server is the one that enforces them. */
export function constraintHint(constraints: Constraints | null): string {
  if (!constraints) {
    return '';
  }
  const { min, max, maxLength, pattern } = constraints;
  const hints = [
    rangeHint(min, max),
    isSet(maxLength) && messages.constraints.maxLength(maxLength),
    pattern && messages.constraints.pattern(pattern),
  ];
  return hints.filter(Boolean).join(' ');
}

function rangeHint(min: number | null | undefined, max: number | null | undefined): string {
  if (isSet(min) && isSet(max)) {
    return messages.constraints.between(min, max);
  }
  if (isSet(min)) {
    return messages.constraints.atLeast(min);
  }
  return isSet(max) ? messages.constraints.atMost(max) : '';
}

const isSet = (value: number | null | undefined): value is number => value !== null && value !== undefined;
