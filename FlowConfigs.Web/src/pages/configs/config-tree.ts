import type { ConfigSummary } from '../../api/types';
import { byPath, depthOf } from './config-order';

/** A config, or a part of a path at which there is none but below which there are some. */
export interface TreeNode {
  id: string;
  depth: number;
  config: ConfigSummary | null;
  /** How many configs are below it, at any depth. */
  below: number;
  /** What a search looks through. */
  text: string;
}

/** Every node in the order in which a tree shows them, parents first. */
export function treeOf(configs: readonly ConfigSummary[]): TreeNode[] {
  const nodes = new Map<string, TreeNode>();
  for (const config of configs.toSorted(byPath)) {
    for (const parent of parentsOf(config.id)) {
      const node = nodes.get(parent) ?? { id: parent, depth: depthOf(parent), config: null, below: 0, text: '' };
      node.below++;
      nodes.set(parent, node);
    }
    nodes.set(config.id, { id: config.id, depth: depthOf(config.id), config, below: 0, text: textOf(config) });
  }
  return [...nodes.values()];
}

/** From the nearest to the top. */
export function parentsOf(id: string): string[] {
  const segments = id.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, segments.length - 1 - index).join('/'));
}

const textOf = ({ id, description, variables, prompts, overrides }: ConfigSummary) =>
  [id, description, ...variables, ...prompts, ...overrides].join('\n').toLowerCase();

/** What is seen of the tree while these are open. */
export const openPart = (nodes: readonly TreeNode[], open: ReadonlySet<string>) =>
  nodes.filter(({ id, depth }) => depth === 0 || parentsOf(id).every((parent) => open.has(parent)));
