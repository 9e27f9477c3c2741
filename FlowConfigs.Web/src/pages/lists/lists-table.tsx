import './lists.css';
import { useCollection } from '@cloudscape-design/collection-hooks';
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { type List, pathToList } from '../../api/lists';
import { EmptyState } from '../../common/empty-state';
import { PageLink } from '../../common/page-link';
import { type RecordColumn, Records } from '../../common/records';
import { TimeAgo } from '../../common/time-ago';
import { listsMessages as texts } from '../../messages/lists';

const pageSize = 50;
const byName = (left: List, right: List) => left.id.localeCompare(right.id, 'en', { numeric: true });
const kindOf = ({ keys, country }: List) => (keys === 'phone' && country ? texts.phoneOf(country) : texts.kinds[keys]);

const nameColumn: RecordColumn<List> =
  { id: 'name', header: texts.name, cell: (list) => <Name list={list} />, isRowHeader: true, width: 260, sortingComparator: byName };
const columns = [
  nameColumn,
  { id: 'description', header: texts.whatFor, cell: ({ description }) => description, width: 360 },
  { id: 'keys', header: texts.keys, cell: kindOf, width: 200 },
  {
    id: 'saved',
    header: texts.lastSaved,
    cell: ({ saved }) => <Saved saved={saved} />,
    width: 220,
    sortingComparator: (left, right) => Date.parse(left.saved.at) - Date.parse(right.saved.at),
  },
] satisfies RecordColumn<List>[];

/** The lists by name, 50 at a time, found by a part of their name or description. */
export function ListsTable({ lists }: { lists: List[] }) {
  const { items, collectionProps, filteredItemsCount = 0, filterProps, paginationProps } = useCollection(lists, {
    filtering: { filteringFunction: ({ id, description }, text) => `${id}\n${description}`.toLowerCase().includes(text.trim().toLowerCase()) },
    sorting: { defaultState: { sortingColumn: nameColumn } },
    pagination: { pageSize },
  });
  const { sortingColumn, sortingDescending = false, onSortingChange } = collectionProps;
  return (
    <Container>
      <SpaceBetween size="m">
        <div className="lists-tools">
          <TextFilter
            {...filterProps}
            filteringPlaceholder={texts.find}
            filteringAriaLabel={texts.find}
            filteringClearAriaLabel={texts.clearFind}
            countText={filterProps.filteringText && texts.matches(filteredItemsCount)}
          />
          {paginationProps.pagesCount > 1 && (
            <Pagination
              {...paginationProps}
              ariaLabels={{ previousPageLabel: texts.previousPage, nextPageLabel: texts.nextPage, pageLabel: texts.page }}
            />
          )}
        </div>
        {items.length === 0 ? <EmptyState title={texts.noMatch} /> : (
          <Records
            label={texts.title}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            sorting={{ sortingColumn, sortingDescending, onSortingChange }}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}

function Name({ list: { id, deleting } }: { list: List }) {
  return (
    <span className="wrap-anywhere">
      <PageLink to={pathToList(id)}>
        <b>{id}</b>
      </PageLink>{' '}
      {deleting && <Badge color="red">{texts.deleting}</Badge>}
    </span>
  );
}

function Saved({ saved: { at, by } }: Pick<List, 'saved'>) {
  return (
    <Box color="text-body-secondary">
      <TimeAgo at={at} /> {texts.by(by)}
    </Box>
  );
}
