import type { ConfigSummary } from '../../api/types';
import { parentsOf } from './config-tree';

export interface ConfigState {
  closed: boolean;
  /** When what holds for a time ends; null when nothing does. */
  until: string | null;
  /** Whether a timed change is still to come. */
  planned: boolean;
}

type Span = NonNullable<ConfigSummary['times']>[number];

// The names that mean it to whoever wrote the requirements; any other switch has a meaning of its own.
const closing = /^(closure|closed)$/i;

/** Whether each config is closed at an instant, with what it inherits. */
export function statesOf(configs: readonly ConfigSummary[], now: Date): Map<string, ConfigState> {
  const byId = new Map(configs.map((config) => [config.id, config]));
  return new Map(configs.map((config) => [config.id, stateOf(config, byId, now)]));
}

function stateOf(config: ConfigSummary, byId: ReadonlyMap<string, ConfigSummary>, now: Date): ConfigState {
  const chain = [config, ...parentsOf(config.id).flatMap((id) => byId.get(id) ?? [])];
  const at = now.toISOString();
  const times = config.times ?? [];
  const holding = times.filter((span) => holds(span, at));
  return {
    closed: isClosed(chain, at),
    until: holding.map(({ until }) => until).toSorted().at(0) ?? null,
    planned: times.some(({ from }) => instant(from) > at),
  };
}

// A scenario on the config or a parent comes first; then, from the config up, what holds for a time before what is saved.
function isClosed(chain: readonly ConfigSummary[], at: string): boolean {
  const scenarios = chain.map((config) => lastOf(config, at, true)).find((span) => span !== undefined);
  if (scenarios) {
    return scenarios.on?.some(isClosing) ?? false;
  }
  for (const config of chain) {
    const span = lastOf(config, at, false);
    if (span) {
      return span.on?.some(isClosing) ?? false;
    }
    if ([...config.variables, ...config.overrides].some(isClosing)) {
      return config.on?.some(isClosing) ?? false;
    }
  }
  return false;
}

const isClosing = (key: string) => closing.test(key);
const instant = (at: string) => new Date(at).toISOString();
const holds = ({ from, until }: Span, at: string) => instant(from) <= at && at < instant(until);

const lastOf = (config: ConfigSummary, at: string, scenario: boolean) =>
  (config.times ?? [])
    .filter((span) => span.scenario === scenario && holds(span, at) && span.keys.some(isClosing))
    .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))
    .at(-1);
