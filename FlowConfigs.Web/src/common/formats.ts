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

export const formatDateTime = (at: string | Date) => dateTime.format(new Date(at));
export const formatExactTime = (at: string | Date) => exact.format(new Date(at));
export const formatNumber = (number: number) => numbers.format(number);
export const formatSeconds = (seconds: number) => sizes.format(seconds);
export const formatKilobytes = (bytes: number) => `${sizes.format(bytes / bytesInKilobyte)} KB`;

/** "1 change", "1,500 changes". */
export const numberOf = (count: number, one: string, many: string) => `${formatNumber(count)} ${count === 1 ? one : many}`;

/** An instant as a clock in that time zone shows it: "Dec 24, 2026, 5:00 PM CST". */
export function formatInZone(at: string | Date, timeZone: string): string {
  return new Intl.DateTimeFormat(formatLocale, {
    year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone,
  }).format(new Date(at));
}
