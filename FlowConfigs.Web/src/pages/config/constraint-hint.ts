import type { Constraints } from '../../api/types';
import { configMessages } from '../../messages/config';

/** A variable's constraints as a sentence or two; the server is the one that enforces them. */
export function constraintHint(constraints: Constraints | null): string {
  if (!constraints) {
    return '';
  }
  const { min, max, maxLength, pattern } = constraints;
  const hints = [
    rangeHint(min, max),
    isSet(maxLength) && configMessages.constraints.maxLength(maxLength),
    pattern && configMessages.constraints.pattern(pattern),
  ];
  return hints.filter(Boolean).join(' ');
}

function rangeHint(min: number | null | undefined, max: number | null | undefined): string {
  if (isSet(min) && isSet(max)) {
    return configMessages.constraints.between(plain(min), plain(max));
  }
  if (isSet(min)) {
    return configMessages.constraints.atLeast(plain(min));
  }
  return isSet(max) ? configMessages.constraints.atMost(plain(max)) : '';
}

// Never 1e-7: that is not how people write a number, nor what a value may look like.
const digits = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 15 });
const plain = (limit: number) => digits.format(limit);

const isSet = (value: number | null | undefined): value is number => value !== null && value !== undefined;
