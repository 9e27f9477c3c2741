import { locale } from './formats';

const names = new Intl.DisplayNames(locale, { type: 'language', style: 'short', languageDisplay: 'standard' });

/** "English (US)" for `en-US`; the code itself when it is not a language tag. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
