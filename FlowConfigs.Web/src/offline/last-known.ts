import type { ScenarioSummary } from '../api/scenarios';
import { drop, keep, kept } from '../common/kept';

// Another shape of a scenario needs another name: what an earlier version kept is shown as it is.
const name = 'scenarios';

export interface LastKnown {
  at: string;
  scenarios: ScenarioSummary[];
}

/** Keeps which scenarios there are and which are on, for a visit without a connection. */
export const keepLastKnown = (scenarios: ScenarioSummary[]) =>
  keep(name, JSON.stringify({ at: new Date().toISOString(), scenarios } satisfies LastKnown));

export function lastKnown(): LastKnown | null {
  try {
    return JSON.parse(kept(name) ?? 'null') as LastKnown | null;
  } catch {
    return null;
  }
}

export const forgetLastKnown = () => drop(name);
