export interface Words {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

// By Unicode's rules, because Japanese and Chinese have no blanks between words.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const mostComparisons = 1_000_000;

/**
 * Which words of a text changed. Null where the two have less than half of the words in common, or are too long to compare: then they
 * are read more easily one after the other.
 */
export function wordChanges(before: string, after: string): Words[] | null {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const start = common(old, now);
  const end = common(old.slice(start).toReversed(), now.slice(start).toReversed());
  const [from, to] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  if (from.length * to.length > mostComparisons) {
    return null;
  }
  const changes = [
    ...now.slice(0, start).map((text, index) => sameWord(old[index] ?? '', text)),
    ...between(from, to),
    ...now.slice(now.length - end).map((text, index) => sameWord(old[old.length - end + index] ?? '', text)),
  ];
  const same = changes.filter(({ kind, text }) => kind === 'same' && isWord(text)).length;
  const all = Math.max(old.filter(isWord).length, now.filter(isWord).length);
  const isChange = changes.some(({ kind }) => kind !== 'same');
  return isChange && all > 1 && same * 2 >= all ? joined(changes) : null;
}

/** Words and marks, each with the blanks after it. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = words.length - 1;
    if (segment.trim() === '' && last >= 0) {
      words[last] += segment;
    } else {
      words.push(segment);
    }
  }
  return words;
}

const isSame = (one = '', other = '') => one.trim() === other.trim();
const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** With the blanks that one of the two may not have, so that what is removed after it stands apart. */
const sameWord = (one: string, other: string): Words => ({ kind: 'same', text: one.length > other.length ? one : other });

function common(one: readonly string[], other: readonly string[]): number {
  const different = one.findIndex((word, index) => !isSame(word, other[index]));
  return different < 0 ? one.length : different;
}

/** By the longest common part. https://en.wikipedia.org/wiki/Longest_common_subsequence */
function between(from: readonly string[], to: readonly string[]): Words[] {
  const width = to.length + 1;
  const lengths = new Uint16Array((from.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = from.length - 1; row >= 0; row--) {
    for (let column = to.length - 1; column >= 0; column--) {
      lengths[row * width + column] = isSame(from[row], to[column]) ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const changes: Words[] = [];
  for (let row = 0, column = 0; row < from.length || column < to.length;) {
    const [removed, added] = [from[row], to[column]];
    if (removed !== undefined && added !== undefined && isSame(removed, added)) {
      changes.push(sameWord(removed, added));
      row++;
      column++;
    } else if (removed !== undefined && (added === undefined || at(row + 1, column) >= at(row, column + 1))) {
      changes.push({ kind: 'removed', text: removed });
      row++;
    } else {
      changes.push({ kind: 'added', text: added ?? '' });
      column++;
    }
  }
  return changes;
}

/** Words of one kind that follow each other are read as one. */
function joined(changes: readonly Words[]): Words[] {
  const parts: Words[] = [];
  for (const { kind, text } of changes) {
    const last = parts.at(-1);
    if (last?.kind === kind) {
      last.text += text;
    } else {
      parts.push({ kind, text });
    }
  }
  return parts;
}
