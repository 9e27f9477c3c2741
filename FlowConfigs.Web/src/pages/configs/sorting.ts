import type { ListedConfig } from './listed-config';
import type { Sort } from './view';

interface SortingColumn {
  sortingField: Sort['column'];
  sortingComparator: (a: ListedConfig, b: ListedConfig) => number;
}

/** Made once: the table knows a column by its comparer. */
export const sorting: Readonly<Record<Sort['column'], SortingColumn>> = {
  name: { sortingField: 'name', sortingComparator: (a, b) => a.place - b.place },
  saved: {
    sortingField: 'saved',
    sortingComparator: (a, b) => (a.savedAt === b.savedAt ? a.place - b.place : a.savedAt < b.savedAt ? -1 : 1),
  },
};
