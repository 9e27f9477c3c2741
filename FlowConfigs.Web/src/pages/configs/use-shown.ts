import { useDeferredValue, useMemo } from 'react';
import type { ConfigSummary } from '../../api/types';
import { useNow } from '../../common/use-now';
import { statesOf } from './config-state';
import { openPart, treeOf, type TreeNode } from './config-tree';
import type { Filter, Order, View } from './view';

const newest = (a: TreeNode, b: TreeNode) => (b.config?.savedAt ?? '').localeCompare(a.config?.savedAt ?? '');
const collator = new Intl.Collator('en', { numeric: true });
const byName = (a: TreeNode, b: TreeNode) => collator.compare(a.name, b.name);
const comparers: Record<Exclude<Order, 'path'>, (a: TreeNode, b: TreeNode) => number> = { newest, name: byName };

/** What the list shows: a tree, or the flat matches of a search, a filter or an order. */
export function useShown(
  configs: ConfigSummary[], view: View, text: string, incomplete: ReadonlySet<string> | null, inTexts: ReadonlyMap<string, string>,
) {
  const now = useNow();
  const nodes = useMemo(() => treeOf(configs), [configs]);
  const states = useMemo(() => statesOf(configs, now), [configs, now]);
  const search = useDeferredValue(text.trim().toLowerCase());
  const { filter, order, open } = view;

  return useMemo(() => {
    const flat = search !== '' || filter !== 'all' || order !== 'path';
    if (!flat) {
      return { nodes: openPart(nodes, new Set(open)), states, flat };
    }
    const today = new Date(now);
    today.setHours(0, 0, 0, 0);
    const fits: Record<Filter, (config: ConfigSummary) => boolean> = {
      all: () => true,
      closed: ({ id }) => states.get(id)?.closed ?? false,
      today: ({ savedAt }) => new Date(savedAt) >= today,
      timed: ({ id }) => states.get(id)?.until !== null || (states.get(id)?.planned ?? false),
      incomplete: ({ id }) => incomplete?.has(id) ?? false,
    };
    const matches = ({ id, text: words }: TreeNode) => words.includes(search) || inTexts.has(id);
    const found = nodes.filter((node) => node.config !== null && matches(node) && fits[filter](node.config));
    return { nodes: order === 'path' ? found : found.toSorted(comparers[order]), states, flat };
  }, [nodes, states, search, filter, order, open, now, incomplete, inTexts]);
}
