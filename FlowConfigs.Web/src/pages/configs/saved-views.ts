import { useState } from 'react';
import { keep, kept } from '../../common/kept';
import { configsMessages } from '../../messages/configs';
import { everything, isSameQuery, parsedQuery, type Query, stateToken } from './config-query';
import { configStates } from './listed-config';

export interface SavedView {
  name: string;
  query: Query;
}

const storage = 'configs-saved-views';
const longestName = 60;

/** The views that everybody has: all configs, and those in a state. */
export const commonViews: readonly SavedView[] = [
  { name: configsMessages.allConfigs, query: everything },
  ...configStates.map((state) => ({ name: configsMessages.states[state], query: { ...everything, tokens: [stateToken(state)] } })),
];

/** The filters that a person gave a name; this browser keeps them. */
export function useSavedViews() {
  const [views, setViews] = useState(keptViews);
  const set = (changed: readonly SavedView[]) => {
    setViews(changed);
    keep(storage, JSON.stringify(changed));
  };
  return {
    views,
    save: (name: string, query: Query) => set([...views.filter((view) => view.name !== name), { name, query }]),
    remove: (name: string) => set(views.filter((view) => view.name !== name)),
  };
}

export const viewOf = (query: Query, views: readonly SavedView[]) =>
  [...commonViews, ...views].find((view) => isSameQuery(view.query, query));

/** What is wrong with a name; undefined when nothing is. */
export function nameProblem(name: string): string | undefined {
  const trimmed = name.trim();
  return trimmed === '' ? configsMessages.views.noName
    : trimmed.length > longestName ? configsMessages.views.longName(longestName)
    : commonViews.some((view) => view.name === trimmed) ? configsMessages.views.takenName
    : undefined;
}

function keptViews(): readonly SavedView[] {
  try {
    const read: unknown = JSON.parse(kept(storage) ?? '[]');
    return !Array.isArray(read) ? [] : read.flatMap((one: Partial<SavedView> | null) => {
      const query = parsedQuery(one?.query);
      return query && typeof one?.name === 'string' ? [{ name: one.name, query }] : [];
    });
  } catch {
    return [];
  }
}
