import SpaceBetween from '@cloudscape-design/components/space-between';
import { ConfigsList } from './configs-list';
import { FilterBar } from './filter-bar';
import type { ListProps } from './list-props';
import type { ListedConfig } from './listed-config';

interface PhoneListProps extends ListProps {
  listed: readonly ListedConfig[];
  selected: ReadonlySet<string>;
  onSelect: (id: string) => void;
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
