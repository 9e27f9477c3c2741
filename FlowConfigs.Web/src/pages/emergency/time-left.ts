import type { ScenarioRun } from '../../api/scenarios';

const minute = 60_000;
const nearMinutes = 15;

export const minutesLeft = (run: Pick<ScenarioRun, 'until'>, now: Date) =>
  Math.max(0, Math.ceil((new Date(run.until).getTime() - now.getTime()) / minute));

/** Whether it is time to ask if it should go on. */
export const isNearEnd = (run: Pick<ScenarioRun, 'until'>, now: Date) => minutesLeft(run, now) <= nearMinutes;
