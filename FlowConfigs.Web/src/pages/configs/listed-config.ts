import type { ConfigSummary } from '../../api/types';
import { type ConfigState, statesOf } from './config-state';
import { parentOf, type TreeNode, treeOf } from './config-tree';

/** A line of the list: a config with what can be asked of it, or a part of a path at which there is no config. */
export interface ListedConfig extends TreeNode {
  parent: string | null;
  /** Its place by name, among all. */
  place: number;
  state: ConfigState | undefined;
  savedAt: string;
  /** By the property of the filter: what the config has there. */
  values: Readonly<Record<FilterProperty, readonly string[]>>;
}

export const configStates = ['closed', 'today', 'timed', 'incomplete'] as const;
export type ConfigStateName = (typeof configStates)[number];

export const filterProperties = ['state', 'name', 'id', 'variable', 'prompt', 'override', 'savedBy'] as const;
export type FilterProperty = (typeof filterProperties)[number];

const byFullName = new Intl.Collator('en', { numeric: true });
const fullName = ({ within, name }: TreeNode) => `${within}${name}`;

/** Every line in the order of a tree, parents first. `incomplete` is null where nobody asked for it. */
export function listedConfigs(configs: readonly ConfigSummary[], now: Date, incomplete: ReadonlySet<string> | null): ListedConfig[] {
  const states = statesOf(configs, now);
  const today = new Date(now);
  today.setHours(0, 0, 0, 0);
  const nodes = treeOf(configs);
  const named = nodes.map((node) => ({ id: node.id, name: fullName(node) }));
  const places = new Map(named.toSorted((a, b) => byFullName.compare(a.name, b.name)).map(({ id }, place) => [id, place]));
  return nodes.map((node) => {
    const { id, config } = node;
    const state = states.get(id);
    const fits: Record<ConfigStateName, boolean> = {
      closed: state?.closed ?? false,
      today: config !== null && new Date(config.savedAt) >= today,
      timed: state !== undefined && (state.until !== null || state.planned),
      incomplete: incomplete?.has(id) ?? false,
    };
    return {
      ...node,
      parent: parentOf(id),
      place: places.get(id) ?? 0,
      state,
      savedAt: config?.savedAt ?? '',
      values: {
        state: configStates.filter((one) => fits[one]),
        name: [fullName(node)],
        id: [id],
        variable: config?.variables ?? [],
        prompt: config?.prompts ?? [],
        override: config?.overrides ?? [],
        savedBy: config ? [config.savedBy] : [],
      },
    };
  });
}
