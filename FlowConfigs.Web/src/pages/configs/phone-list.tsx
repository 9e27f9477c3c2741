import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { Query } from './config-query';
import { ConfigsList } from './configs-list';
import { FilterBar } from './filter-bar';
import type { ListedConfig } from './listed-config';
import type { View } from './view';

interface PhoneListProps {
  listed: readonly ListedConfig[];
  query: Query;
  onQuery: (query: Query) => void;
  view: View;
  onView: (part: Partial<View>) => void;
  count: string;
  foundIn: (id: string) => string | undefined;
  isTree: boolean;
  onToggle: (id: string) => void;
  selectable: boolean;
  selected: ReadonlySet<string>;
  onSelect: (id: string) => void;
  bulk: ReactNode;
  empty: ReactNode;
}

/** The configs on a phone. */
export function PhoneList({ listed, query, onQuery, view, onView, count, bulk, empty, ...list }: PhoneListProps) {
  return (
    <SpaceBetween size="s">
      <FilterBar query={query} onQuery={onQuery} view={view} onView={onView} count={count} />
      {bulk}
      {listed.length === 0 ? empty : (
        <ConfigsList
          // Another filter or order begins with its first page.
          key={JSON.stringify([query, view.tree, view.sort])}
          listed={listed}
          open={new Set(view.open)}
          {...list}
        />
      )}
    </SpaceBetween>
  );
}
