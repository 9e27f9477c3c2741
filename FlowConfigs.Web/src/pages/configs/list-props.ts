import type { ReactNode } from 'react';
import type { Query } from './config-query';
import type { View } from './view';

/** What the table at a desk and the list on a phone show and say alike. */
export interface ListProps {
  query: Query;
  onQuery: (query: Query) => void;
  view: View;
  onView: (part: Partial<View>) => void;
  /** How many there are, or match. */
  count: string;
  foundIn: (id: string) => string | undefined;
  isTree: boolean;
  onToggle: (id: string) => void;
  selectable: boolean;
  /** What can be done with the selected configs. */
  bulk: ReactNode;
  empty: ReactNode;
}
