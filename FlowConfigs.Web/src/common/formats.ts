/** The language of the texts. */
export const locale = 'en';

/** Dates and numbers as the person is used to them, where their language is that of the texts. */
const preferred = typeof navigator === 'undefined' ? [] : navigator.languages;
export const formatLocale = preferred.find((tag) => tag.split('-')[0] === locale) ?? locale;

const dateTime = new Intl.DateTimeFormat(formatLocale, { dateStyle: 'medium', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat(formatLocale, { dateStyle: 'full', timeStyle: 'long' });
const numbers = new Intl.NumberFormat(formatLocale);
const sizes = new Intl.NumberFormat(formatLocale, { maximumFractionDigits: 1 });
const bytesInKilobyte = 1024;

/** What is no time is shown as it is: a value may look like one. */
export function formatted(format: Intl.DateTimeFormat, at: string | Date): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : format.format(date);
}

export const formatDateTime = (at: string | Date) => formatted(dateTime, at);
export const formatExactTime = (at: string | Date) => formatted(exact, at);
export const formatNumber = (number: number) => numbers.format(number);
export const formatSeconds = (seconds: number) => sizes.format(seconds);
export const formatKilobytes = (bytes: number) => `${sizes.format(bytes / bytesInKilobyte)} KB`;

/** "1 change", "1,500 changes". */
export const numberOf = (count: number, one: string, many: string) => `${formatNumber(count)} ${count === 1 ? one : many}`;
