import { useCollection } from '@cloudscape-design/collection-hooks';
import Cards from '@cloudscape-design/components/cards';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { ConfigSummary } from '../../api/types';
import { configsMessages } from '../../messages/configs';
import { useNarrowScreen } from '../../common/use-narrow-screen';
import { card, columns, idColumn } from './columns';
import { NoConfigs, NoMatch } from './nothing-found';

const pageSize = 50;
const matchesText = ({ id, description, variables, prompts }: ConfigSummary, text: string) =>
  [id, description, ...variables, ...prompts].join('\n').toLowerCase().includes(text.trim().toLowerCase());

interface ConfigsCollectionProps {
  configs: ConfigSummary[];
  loading: boolean;
}

/** The configs as a table, or as cards on a phone. The filter is part of the address, so "back" comes back to it. */
export function ConfigsCollection({ configs, loading }: ConfigsCollectionProps) {
  const [search, setSearch] = useSearchParams();
  const narrow = useNarrowScreen();
  const { items, actions, collectionProps, filterProps, filteredItemsCount, paginationProps } = useCollection(configs, {
    filtering: {
      defaultFilteringText: search.get('text') ?? '',
      filteringFunction: matchesText,
    },
    pagination: { pageSize },
    sorting: { defaultState: { sortingColumn: idColumn } },
  });

  const { filteringText } = filterProps;
  const inAddress = search.get('text') ?? '';
  useEffect(() => {
    // Only when it differs: every call is a navigation, and would call off one to a config that has just been asked for.
    if (filteringText !== inAddress) {
      setSearch(filteringText ? { text: filteringText } : {}, { replace: true });
    }
  }, [filteringText, inAddress, setSearch]);

  const filter = (
    <TextFilter
      {...filterProps}
      filteringPlaceholder={configsMessages.filter}
      filteringAriaLabel={configsMessages.filter}
      filteringClearAriaLabel={configsMessages.clearFilter}
      countText={configsMessages.matches(filteredItemsCount ?? 0)}
      disabled={loading}
    />
  );
  const pagination = configs.length > pageSize && (
    <Pagination
      {...paginationProps}
      ariaLabels={{
        previousPageLabel: configsMessages.previousPage,
        nextPageLabel: configsMessages.nextPage,
        pageLabel: configsMessages.page,
      }}
    />
  );

  const empty = filteringText ? <NoMatch text={filteringText} onClear={() => actions.setFiltering('')} /> : <NoConfigs />;
  const shared = { items, loading, loadingText: configsMessages.loading, filter, pagination, empty };
  return narrow ? (
    <Cards
      {...shared}
      trackBy="id"
      cardDefinition={card}
      cardsPerRow={[{ cards: 1 }]}
      ariaLabels={{
        itemSelectionLabel: (_selected, config) => config.id,
        selectionGroupLabel: configsMessages.title,
        cardsLabel: configsMessages.title,
      }}
    />
  ) : (
    <Table
      {...shared}
      trackBy="id"
      columnDefinitions={columns}
      sortingColumn={collectionProps.sortingColumn}
      sortingDescending={collectionProps.sortingDescending}
      onSortingChange={collectionProps.onSortingChange}
      wrapLines
      ariaLabels={{ tableLabel: configsMessages.title }}
    />
  );
}
