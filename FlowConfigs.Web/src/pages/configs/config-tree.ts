import type { ConfigSummary } from '../../api/types';
import { depthOf, sortedByPath, splitId } from './config-order';
import { keyName } from './key-names';

/** A config, or a part of a path at which there is none but below which there are some. */
export interface TreeNode {
  id: string;
  depth: number;
  config: ConfigSummary | null;
  /** How many configs are below it, at any depth. */
  below: number;
  /** What people see of it: its display name, or the last part of its id; and what it is below, for a list that is no tree. */
  name: string;
  within: string;
  /** The display names of the keys that it overrides, as far as they have one. */
  keyNames: Record<string, string>;
  /** What a search looks through. */
  text: string;
}

/** Every node in the order in which a tree shows them, parents first. */
export function treeOf(configs: readonly ConfigSummary[]): TreeNode[] {
  const nodes = new Map<string, TreeNode>();
  const byId = new Map(configs.map((config) => [config.id, config]));
  const nodeOf = (id: string, config: ConfigSummary | null): TreeNode => ({
    id, depth: depthOf(id), config, below: 0, ...nameOf(id, byId),
    keyNames: config ? keyNamesOf(config, byId) : {},
    text: config ? textOf(config) : '',
  });
  for (const config of sortedByPath(configs)) {
    for (const parent of parentsOf(config.id)) {
      const node = nodes.get(parent) ?? nodeOf(parent, null);
      node.below++;
      nodes.set(parent, node);
    }
    nodes.set(config.id, nodeOf(config.id, config));
  }
  return [...nodes.values()];
}

function nameOf(id: string, byId: ReadonlyMap<string, ConfigSummary>): Pick<TreeNode, 'name' | 'within'> {
  const [parents, segment] = splitId(id);
  const displayName = byId.get(id)?.displayName;
  if (!displayName) {
    return { name: segment, within: parents };
  }
  const above = parentsOf(id).toReversed().map((parent) => byId.get(parent)?.displayName ?? splitId(parent)[1]);
  return { name: displayName, within: above.map((name) => `${name} / `).join('') };
}

const keyNamesOf = ({ id, overrides }: ConfigSummary, byId: ReadonlyMap<string, ConfigSummary>) =>
  Object.fromEntries(overrides.map((key) => [key, keyName(id, key, byId) ?? key]));

/** From the nearest to the top. */
export function parentsOf(id: string): string[] {
  const parents: string[] = [];
  for (let end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) {
    parents.push(id.slice(0, end));
  }
  return parents;
}

/** The id that a config inherits from, or would inherit from; null at the top. */
export const parentOf = (id: string): string | null => parentsOf(id)[0] ?? null;

const textOf = ({ id, displayName, displayNames, description, variables, prompts, overrides }: ConfigSummary) =>
  [id, displayName ?? '', description, ...variables, ...prompts, ...overrides, ...Object.values(displayNames ?? {})].join('\n').toLowerCase();

/** What is seen of the tree while these are open. */
export const openPart = <Node extends TreeNode>(nodes: readonly Node[], open: ReadonlySet<string>) =>
  nodes.filter(({ id, depth }) => depth === 0 || parentsOf(id).every((parent) => open.has(parent)));
