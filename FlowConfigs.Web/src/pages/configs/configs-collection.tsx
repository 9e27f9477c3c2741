import './configs.css';
import { useCollection } from '@cloudscape-design/collection-hooks';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useIncompleteIds } from '../../api/incomplete-ids';
import type { ConfigSummary } from '../../api/types';
import { useMayAnywhere } from '../../auth/may';
import { later } from '../../common/later';
import { isNarrowScreen, useNarrowScreen } from '../../common/use-narrow-screen';
import { useNow } from '../../common/use-now';
import { configsMessages } from '../../messages/configs';
import { asksFor, everything, freeTexts, matches } from './config-query';
import { openPart } from './config-tree';
import type { ListProps } from './list-props';
import { listedConfigs } from './listed-config';
import { NothingListed } from './nothing-listed';
import { sorting } from './sorting';
import { useInTexts } from './use-in-texts';
import { useQueryInAddress } from './use-query-in-address';
import { toggled, useView } from './use-view';
import type { View } from './view';

const BulkBar = later(async () => (await import('./bulk-bar')).BulkBar);
const ConfigsTable = later(async () => (await import('./configs-table')).ConfigsTable);
const PhoneList = later(async () => (await import('./phone-list')).PhoneList);

/** Fetches the list's own part while the configs are on their way. */
export const preloadList = () => (isNarrowScreen() ? PhoneList : ConfigsTable).preload();

/** The configs as a tree, or the matches of a filter. */
export function ConfigsCollection({ configs }: { configs: ConfigSummary[] }) {
  const isNarrow = useNarrowScreen();
  const now = useNow();
  const [query, setQuery] = useQueryInAddress();
  const [view, setView, toggle] = useView(configs);
  const [clearings, setClearings] = useState(0);
  const mayEdit = useMayAnywhere()('editValues');
  const incomplete = useIncompleteIds(asksFor(query, 'incomplete'));
  const inTexts = useInTexts(configs, freeTexts(query));

  const wanted = useDeferredValue(query);
  const isFiltered = wanted.tokens.length > 0;
  const isTree = view.tree && !isFiltered;
  const all = useMemo(() => listedConfigs(configs, now, incomplete.data ?? null), [configs, now, incomplete.data]);
  const shown = useMemo(
    () => (isTree ? all : all.filter((listed) => listed.config !== null && matches(listed, wanted, inTexts.places))),
    [all, isTree, wanted, inTexts.places],
  );
  const collection = useCollection(shown, {
    sorting: { defaultState: { sortingColumn: sorting[view.sort.column], isDescending: view.sort.descending } },
    selection: { keepSelection: true, trackBy: 'id' },
    ...(!isNarrow && { pagination: { pageSize: view.pageSize } }),
    ...(isTree && !isNarrow && { expandableRows: { getId: ({ id }) => id, getParentId: ({ parent }) => parent } }),
  });
  const { actions, collectionProps } = collection;
  const selected = useMemo(() => new Set(collectionProps.selectedItems?.map(({ id }) => id)), [collectionProps.selectedItems]);
  const foundIn = useCallback(
    (id: string) => freeTexts(wanted).map((text) => inTexts.places.get(text)?.get(id)).find((words) => words !== undefined),
    [wanted, inTexts.places],
  );
  const select = useCallback(
    (id: string) => {
      const ids = toggled([...selected], id);
      actions.setSelectedItems(all.filter((listed) => ids.includes(listed.id)));
    },
    [actions, all, selected],
  );

  const isLooking = incomplete.isFetching;
  const count = isLooking ? configsMessages.loading
    : isFiltered ? configsMessages.matches(shown.length, inTexts.looking ? 'looking' : inTexts.failed ? 'failed' : 'done')
    : configsMessages.count(configs.length);
  const changeView = (part: Partial<View>) => {
    setView(part);
    // The collection keeps the order that it sorts by; the view keeps it from visit to visit.
    if (part.sort) {
      actions.setSorting({ sortingColumn: sorting[part.sort.column], isDescending: part.sort.descending });
    }
  };
  const clear = () => {
    setQuery(everything);
    setClearings(clearings + 1);
  };
  const empty = isLooking || inTexts.looking ? null : <NothingListed isEmpty={configs.length === 0} texts={freeTexts(wanted)} onClear={clear} />;
  const bulk = selected.size > 0 && (
    <BulkBar
      configs={configs.filter(({ id }) => selected.has(id))}
      onSelectAll={isTree ? undefined : () => actions.setSelectedItems(shown)}
      onClear={() => actions.setSelectedItems([])}
    />
  );
  const shared: ListProps = {
    query, onQuery: setQuery, view, onView: changeView, count, foundIn, isTree, onToggle: toggle, selectable: mayEdit, bulk, empty,
  };
  if (!isNarrow) {
    return <ConfigsTable {...shared} collection={collection} all={all} />;
  }
  return (
    <PhoneList
      key={clearings}
      {...shared}
      listed={isTree ? openPart(all, new Set(view.open)) : collection.allPageItems}
      selected={selected}
      onSelect={select}
    />
  );
}
