import { messages } from '../messages';
import { endText } from './end-text';
import { formatTimeInZone } from './format-in-zone';
import { clockTime, isClockTime } from './time-zones';
import { dayOf, instantAt } from './zoned-time';

/** When something that holds for a time is to end: a scenario, or a timed change. */
export interface End {
  kind: 'hour' | 'hours' | 'today' | 'midnight' | 'opening' | 'tomorrow' | 'own';
  /** As it is sent: an instant, or a time on the wall clock of the time zone. */
  until: string;
  at: Date;
}

export type EndKind = End['kind'];

const hour = 60 * 60 * 1000;
const soon = hour / 2;
const texts = messages.ends;

/** An end a number of hours after an instant; whole minutes, because that is what a person reads. */
export function hoursAfter(hours: number, now: Date): Date {
  const end = new Date(now.getTime() + hours * hour);
  end.setUTCSeconds(0, 0);
  return end;
}

/** What to choose from on the clocks of a time zone. An office's calendar gives the opening; anyone else gets tomorrow morning. */
export function endChoices(now: Date, timeZone: string, opening?: Date): End[] {
  const today = clockTime(now, timeZone);
  const onTheClock = (kind: EndKind, wall: string): End => ({ kind, until: wall, at: instantAt(wall, timeZone) });
  const after = (kind: EndKind, hours: number): End => {
    const at = hoursAfter(hours, now);
    return { kind, until: at.toISOString(), at };
  };
  const afternoon = onTheClock('today', `${dayOf(today)}T17:00`);
  const isAhead = afternoon.at.getTime() - now.getTime() > soon;
  return [
    after('hour', 1),
    after('hours', 4),
    ...(isAhead ? [afternoon] : []),
    onTheClock('midnight', `${dayOf(today, 1)}T00:00`),
    opening ? { kind: 'opening', until: opening.toISOString(), at: opening } : onTheClock('tomorrow', `${dayOf(today, 1)}T08:00`),
  ];
}

/** What a choice is called. */
export function endLabel({ kind, at }: End, timeZone: string, now: Date): string {
  switch (kind) {
    case 'today':
      return texts.today(formatTimeInZone(at, timeZone));
    case 'tomorrow':
      return texts.tomorrow(formatTimeInZone(at, timeZone));
    case 'opening':
      return clockTime(at, timeZone).slice(0, 10) === dayOf(clockTime(now, timeZone), 1) ? texts.opening : texts.nextOpening;
    default:
      return texts[kind];
  }
}

/** The choices as a person reads them: what each is called, and the time that it means. */
export const endOptions = (ends: readonly End[], timeZone: string, now: Date) => [
  ...ends.map((end) => ({ value: end.kind, label: endLabel(end, timeZone, now), description: endText(end.at, timeZone, now) })),
  { value: 'own' as const, label: texts.own, description: texts.ownTime },
];

/** An end that somebody has typed, as `2026-12-24T17:00`; null while it is none, or is over. */
export function ownEnd(wall: string, timeZone: string, now: Date): End | null {
  if (!isClockTime(wall)) {
    return null;
  }
  const at = instantAt(wall, timeZone);
  return at > now ? { kind: 'own', until: wall, at } : null;
}
