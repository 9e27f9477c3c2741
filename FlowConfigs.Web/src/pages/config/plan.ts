import type { ChangeBody, Config, ConfigBody, Override } from '../../api/types';
import { clockTime } from '../../common/time-zones';
import { configMessages } from '../../messages/config';
import { subjectOf } from './paths';
import { type Change, overridePath, overrideTextsPath, promptPath, textsFrom, type Values, valuesOf, variablePath, withValues } from './values';

/** When the edits are to hold: from now on, or until a time, by the clock of a time zone. */
export interface Until {
  until: string;
  timeZone: string;
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

export function changeBody(base: Config, values: Values, changes: readonly Change[], { until, timeZone }: Until): ChangeBody {
  return { until, timeZone, values: timedValues(base, values, changes) };
}

const minute = 60_000;

/** The config as it would be saved, for a preview; there a timed change has begun, so that it is seen. */
export function draftOf(base: Config, values: Values, change?: ChangeBody): ConfigBody {
  const begun = change && { ...change, from: clockTime(new Date(Date.now() - minute), change.timeZone ?? 'UTC') };
  return begun ? { ...withValues(base, valuesOf(base)), changes: [...base.changes, begun] } : withValues(base, values);
}

export function problemWith({ until, timeZone }: Until): string | undefined {
  if (until === '') {
    return configMessages.review.untilMissing;
  }
  return until <= clockTime(new Date(), timeZone) ? configMessages.review.untilPast : undefined;
}
