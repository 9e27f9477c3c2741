import { type LiveAnswer, readLive, type ScenarioPreview } from '../../api/scenarios';
import { own } from '../../common/own';

/** A key that does not answer as it should. */
export interface Difference {
  config: string;
  key: string;
  is: string | undefined;
}

export interface ReadBack {
  source: LiveAnswer['source'];
  configs: number;
  /** From the tap until the last config answered. */
  seconds: number;
  differences: Difference[];
}

type Expected = Record<string, Record<string, string>>;

/** What each config should answer: with the scenario, or as it is without one that is off. */
export function expectedFrom({ configs }: ScenarioPreview, side: 'before' | 'after'): Expected {
  return Object.fromEntries(
    configs.map(({ config, keys }) => [
      config,
      Object.fromEntries(keys.flatMap((effect) => (effect[side] ? [[effect.key, effect[side].value]] : []))),
    ]),
  );
}

const atOnce = 6;

/** Asks getConfig about every config, and compares. `tapped` is when the person asked for the change, by performance.now(). */
export async function readBack(expected: Expected, tapped: number): Promise<ReadBack> {
  const ids = Object.keys(expected);
  const answers: LiveAnswer[] = [];
  for (let start = 0; start < ids.length; start += atOnce) {
    answers.push(...(await Promise.all(ids.slice(start, start + atOnce).map(readLive))));
  }
  return {
    source: answers.every(({ source }) => source === 'getConfig') ? 'getConfig' : 'store',
    configs: ids.length,
    seconds: (performance.now() - tapped) / 1000,
    differences: answers.flatMap(({ id, answer }) => differencesOf(id, own(expected, id) ?? {}, answer)),
  };
}

export const differencesOf = (config: string, expected: Record<string, string>, answer: Record<string, string>): Difference[] =>
  Object.entries(expected)
    .filter(([key, value]) => own(answer, key) !== value)
    .map(([key]) => ({ config, key, is: own(answer, key) }));
