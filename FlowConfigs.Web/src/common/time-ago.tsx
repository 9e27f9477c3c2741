import { useEffect, useState } from 'react';
import { formatExactTime, locale } from './formats';
import { messages } from '../messages';

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

const minute = 60;
const units: [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 365 * 24 * 60 * minute],
  ['month', 30 * 24 * 60 * minute],
  ['week', 7 * 24 * 60 * minute],
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
];

export function timeAgo(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit ? relative.format(Math.round(seconds / unit[1]), unit[0]) : messages.time.justNow;
}

/** "5 minutes ago", kept up to date, with the exact time as its title. */
export function TimeAgo({ at }: { at: string }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), minute * 1000);
    return () => window.clearInterval(timer);
  }, []);

  const date = new Date(at);
  return (
    <time dateTime={at} title={formatExactTime(date)}>
      {timeAgo(date, date > now ? date : now)}
    </time>
  );
}
