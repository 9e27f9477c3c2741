import { useCallback, useState } from 'react';
import type { ConfigSummary } from '../../api/types';
import { firstView, keepView, keptView, type View } from './view';

const fewEnoughToOpen = 50;

/** How the person looks at the list, kept in this browser. Where there are few configs, the branches at the top are open at first. */
export function useView(configs: readonly ConfigSummary[]): [View, (part: Partial<View>) => void, (id: string) => void] {
  const [view, setView] = useState(() => keptView() ?? firstView(configs.length <= fewEnoughToOpen ? rootsOf(configs) : []));
  const change = useCallback((next: (view: View) => View) => {
    setView((current) => {
      const changed = next(current);
      keepView(changed);
      return changed;
    });
  }, []);
  const set = useCallback((part: Partial<View>) => change((current) => ({ ...current, ...part })), [change]);
  const toggle = useCallback((id: string) => change((current) => ({ ...current, open: toggled(current.open, id) })), [change]);
  return [view, set, toggle];
}

export const toggled = (ids: readonly string[], id: string) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);

const rootsOf = (configs: readonly ConfigSummary[]) => [...new Set(configs.map(({ id }) => id.split('/')[0] ?? id))];
