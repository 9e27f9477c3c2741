import { expect, it } from 'vitest';
import { pollyLanguages, sampleOf, voicesOf } from './polly-voices';

it('has a voice for each language, and each once', () => {
  for (const tag of pollyLanguages) {
    expect(voicesOf(tag)).not.toHaveLength(0);
    expect(new Set(voicesOf(tag)).size).toBe(voicesOf(tag).length);
    expect(Intl.getCanonicalLocales(tag)).toHaveLength(1);
  }
});

it('has none for a language that Polly does not have, whatever its name', () => {
  expect(voicesOf('eu-ES')).toEqual([]);
  expect(voicesOf('constructor')).toEqual([]);
});

it('says the name of a language in that language', () => {
  expect(sampleOf('es-MX')).toMatch(/^español/);
  expect(sampleOf('de-DE')).toMatch(/^Deutsch/);
  expect(sampleOf('no tag')).toBe('no tag');
});
