import type { UseCollectionResult } from '@cloudscape-design/collection-hooks';
import Button from '@cloudscape-design/components/button';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useMemo, useState } from 'react';
import { useDesignerView } from '../../common/designer-view';
import { later } from '../../common/later';
import { configsMessages } from '../../messages/configs';
import { labelOf } from './config-cells';
import { ConfigsFilter } from './configs-filter';
import type { ListProps } from './list-props';
import type { ListedConfig } from './listed-config';
import { tableColumns } from './table-columns';
import { columns, sortable } from './view';

const ConfigsPreferences = later(async () => (await import('./configs-preferences')).ConfigsPreferences);
const branchSize = 50;

interface ConfigsTableProps extends ListProps {
  collection: UseCollectionResult<ListedConfig>;
  all: readonly ListedConfig[];
}

/** The configs at a desk. */
export function ConfigsTable(props: ConfigsTableProps) {
  const { collection, all, query, onQuery, view, onView, count, foundIn, isTree, onToggle, selectable, bulk, empty } = props;
  const { items, collectionProps, paginationProps } = collection;
  const [isDesigner] = useDesignerView();
  // Of a branch of thousands a part at first: what a table shows, it draws.
  const [shownOf, setShownOf] = useState<ReadonlyMap<string, number>>(new Map());
  const [hasPreferences, setHasPreferences] = useState(false);
  const open = useMemo(() => all.filter(({ id }) => view.open.includes(id)), [all, view.open]);
  const branches = collectionProps.expandableRows;
  const childrenOf = (listed: ListedConfig) => branches?.getItemChildren(listed) ?? [];
  const limitOf = ({ id }: ListedConfig) => shownOf.get(id) ?? branchSize;

  return (
    <Table
      {...collectionProps}
      items={items}
      columnDefinitions={tableColumns(view.widths, { foundIn, isTree, isDesigner })}
      visibleColumns={view.columns}
      ariaLabels={labels}
      empty={empty}
      header={bulk}
      filter={<ConfigsFilter listed={all} query={query} onQuery={onQuery} count={count} />}
      pagination={<Pagination {...paginationProps} ariaLabels={pageLabels(paginationProps.pagesCount)} />}
      preferences={
        hasPreferences ? <ConfigsPreferences view={view} onView={onView} /> : (
          <Button variant="icon" iconName="settings" ariaLabel={configsMessages.preferences.open} onClick={() => setHasPreferences(true)} />
        )
      }
      {...(selectable && { selectionType: 'multi' as const })}
      isItemDisabled={({ config }) => config === null}
      onSortingChange={({ detail }) => {
        onView({ sort: { column: sortable.find((column) => column === detail.sortingColumn.sortingField) ?? 'name', descending: detail.isDescending === true } });
      }}
      onColumnWidthsChange={({ detail }) => {
        onView({ widths: { ...view.widths, ...Object.fromEntries(columns.map((column, index) => [column, detail.widths[index]])) } });
      }}
      {...(branches && {
        expandableRows: {
          getItemChildren: (listed) => childrenOf(listed).slice(0, limitOf(listed)),
          isItemExpandable: branches.isItemExpandable,
          expandedItems: open,
          onExpandableItemToggle: ({ detail }) => onToggle(detail.item.id),
        },
        getLoadingStatus: (listed) => (listed && childrenOf(listed).length > limitOf(listed) ? 'pending' : 'finished'),
        renderLoaderPending: ({ item }) => item && (
          <Button
            variant="inline-link"
            onClick={() => setShownOf(new Map(shownOf).set(item.id, limitOf(item) + branchSize))}
          >
            {configsMessages.showMore(childrenOf(item).length - limitOf(item))}
          </Button>
        ),
      } satisfies Partial<TableProps<ListedConfig>>)}
      resizableColumns
      stickyHeader
      enableKeyboardNavigation
      cellVerticalAlign="top"
      wrapLines={view.wrap}
      contentDensity={view.compact ? 'compact' : 'comfortable'}
    />
  );
}

const labels: TableProps.AriaLabels<ListedConfig> = {
  tableLabel: configsMessages.title,
  selectionGroupLabel: configsMessages.selectColumn,
  allItemsSelectionLabel: () => configsMessages.selectPage,
  itemSelectionLabel: (_, listed) => configsMessages.select(labelOf(listed)),
  expandButtonLabel: (listed) => configsMessages.below(labelOf(listed), listed.below),
  collapseButtonLabel: (listed) => configsMessages.below(labelOf(listed), listed.below),
};

const pageLabels = (pages: number) => ({
  previousPageLabel: configsMessages.previousPage,
  nextPageLabel: configsMessages.nextPage,
  pageLabel: (page: number) => configsMessages.page(page, pages),
});
