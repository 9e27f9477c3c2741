import type { ChangeBody, Config, ConfigBody, Override } from '../../api/types';
import { formatInZone } from '../../common/format-in-zone';
import type { EndKind } from '../../common/ends';
import { clockTime, isClockTime } from '../../common/time-zones';
import { instantAt } from '../../common/zoned-time';
import { configMessages } from '../../messages/config';
import { subjectOf } from './paths';
import {
  type Change, overridePath, overrideTextsPath, promptPath, textsFrom, type Values, valuesOf, variablePath, withValues,
} from './values';

const { review } = configMessages;

/** When the edits end: an instant, or a time by the clock of a time zone; empty while nothing is chosen. */
export interface Until {
  kind: EndKind | null;
  until: string;
  timeZone: string;
}

/** The same with a beginning; empty for at once. */
export interface Period extends Until {
  from: string;
}

/** The edits that cannot be for a time only: going back to the inherited value, and what an admin defines. */
export function notForATime(changes: readonly Change[]): Change[] {
  return changes.filter(({ path, after }) => {
    const { part } = subjectOf(path);
    return part === 'definition' || (after === undefined && part === 'value');
  });
}

/** What a timed change gives each key that was edited: a prompt in all its languages, as an override does. */
export function timedValues(base: Config, values: Values, changes: readonly Change[]): Record<string, Override> {
  const names = new Set(changes.map(({ path }) => subjectOf(path).path));
  return Object.fromEntries([...names].flatMap((path): [string, Override][] => {
    const { list, name } = subjectOf(path);
    const value = values[list === 'variables' ? variablePath(name) : overridePath(name)];
    if (list !== 'prompts' && value !== undefined) {
      return [[name, { value }]];
    }
    const texts = textsFrom(values, list === 'prompts' ? promptPath(name) : overrideTextsPath(name));
    const key = list === 'prompts' ? (base.prompts.find((prompt) => prompt.name === name)?.key ?? name) : name;
    return [[key, { texts }]];
  }));
}

export function changeBody(base: Config, values: Values, changes: readonly Change[], { from, until, timeZone }: Period): ChangeBody {
  return { ...(from !== '' && { from }), until, timeZone, values: timedValues(base, values, changes) };
}

const minute = 60_000;

/** The config as it would be saved, for a preview; there a timed change that is to begin at once has begun, so that it is seen. */
export function draftOf(base: Config, values: Values, change?: ChangeBody): ConfigBody {
  const begun = change && { ...change, from: change.from ?? clockTime(new Date(Date.now() - minute), change.timeZone ?? 'UTC') };
  return begun ? { ...withValues(base, valuesOf(base)), changes: [...base.changes, begun] } : withValues(base, values);
}

/** When to look at what a change does: when it has begun; undefined for now. */
export function lookAt(change?: ChangeBody): string | undefined {
  return change?.from ? instantAt(change.from, change.timeZone ?? 'UTC').toISOString() : undefined;
}

/** The instant of an end. */
export const endOf = ({ until, timeZone }: Until) => (isClockTime(until) ? instantAt(until, timeZone) : new Date(until));

export const isTime = (at: Date) => !Number.isNaN(at.getTime());

/** What will happen, in a sentence. */
export function sentenceOf(period: Period): string {
  const { from, timeZone } = period;
  const until = formatInZone(endOf(period), timeZone);
  return from === '' ? review.holdsNow(until) : review.holdsLater(formatInZone(instantAt(from, timeZone), timeZone), until);
}

/** What is wrong with an end, where it belongs to a beginning too. */
export function problemWith(end: Until, from = ''): string | undefined {
  const at = endOf(end);
  if (!isTime(at)) {
    return end.kind === null ? review.untilMissing : review.ownMissing;
  }
  if (at <= new Date()) {
    return review.untilPast;
  }
  return from !== '' && at <= instantAt(from, end.timeZone) ? review.untilBeforeFrom : undefined;
}

/** What is wrong with a beginning. */
export function problemWithStart({ from, timeZone }: Period): string | undefined {
  if (from === '') {
    return undefined;
  }
  if (!isClockTime(from)) {
    return review.fromMissing;
  }
  return from <= clockTime(new Date(), timeZone) ? review.fromPast : undefined;
}
