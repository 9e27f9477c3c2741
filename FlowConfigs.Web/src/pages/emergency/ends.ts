import { clockTime, isClockTime } from '../../common/time-zones';
import { dayOf, instantAt } from '../../common/zoned-time';

/** When a scenario is to end. */
export interface End {
  kind: 'hour' | 'hours' | 'afternoon' | 'morning' | 'midnight' | 'own';
  /** As it is sent: an instant, or a time on the wall clock of the time zone. */
  until: string;
  at: Date;
}

const hour = 60 * 60 * 1000;
const soon = hour / 2;

/** An end a number of hours after an instant; whole minutes, because that is what a person reads. */
export function hoursAfter(hours: number, now: Date): Date {
  const end = new Date(now.getTime() + hours * hour);
  end.setUTCSeconds(0, 0);
  return end;
}

/** What to choose from: soon, this afternoon or tomorrow morning, and the end of the day, on the clocks of a time zone. */
export function endChoices(now: Date, timeZone: string): End[] {
  const today = clockTime(now, timeZone);
  const onTheClock = (kind: End['kind'], wall: string): End => ({ kind, until: wall, at: instantAt(wall, timeZone) });
  const after = (kind: End['kind'], hours: number): End => {
    const at = hoursAfter(hours, now);
    return { kind, until: at.toISOString(), at };
  };
  const afternoon = onTheClock('afternoon', `${dayOf(today)}T17:00`);
  const isAhead = afternoon.at.getTime() - now.getTime() > soon;
  return [
    after('hour', 1),
    after('hours', 4),
    isAhead ? afternoon : onTheClock('morning', `${dayOf(today, 1)}T08:00`),
    onTheClock('midnight', `${dayOf(today, 1)}T00:00`),
  ];
}

/** An end that somebody has typed, as `2026-12-24T17:00`; null while it is none, or is over. */
export function ownEnd(wall: string, timeZone: string, now: Date): End | null {
  if (!isClockTime(wall)) {
    return null;
  }
  const at = instantAt(wall, timeZone);
  return at > now ? { kind: 'own', until: wall, at } : null;
}
