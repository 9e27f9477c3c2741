import { expect, it } from 'vitest';
import { wordChanges } from './word-changes';

const read = (before: string, after: string) =>
  wordChanges(before, after)?.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}]` : `[+${text}]`)).join('') ?? null;

const long = (word: string) => Array.from({ length: 1001 }, () => word).join(' ');

it('names the words that changed', () => {
  expect(read('We are closed today, please call again.', 'We are closed until Monday, please call again.'))
    .toBe('We are closed [-today][+until Monday], please call again.');
  expect(read('Press 1 for sales.', 'Press 1 or 2 for sales.')).toBe('Press 1 [+or 2 ]for sales.');
  expect(read('Please hold the line.', 'Please hold.')).toBe('Please hold [-the line].');
});

it('names them in a language without blanks', () => {
  expect(read('本日の営業は終了しました', '明日の営業は終了しました')).toBe('[-本日][+明日]の営業は終了しました');
});

it('leaves texts that have little in common as they are', () => {
  expect(read('Thank you for calling.', 'Our office is closed.')).toBeNull();
  expect(read('No', 'Yes')).toBeNull();
  expect(read('', 'Yes, we are open')).toBeNull();
});

it('does not compare texts that take long', () => {
  expect(wordChanges(`The same ${long('a')}`, `The same ${long('b')}`)).toBeNull();
});
