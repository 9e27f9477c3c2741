import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useIncompleteIds } from '../../api/incomplete-ids';
import type { ConfigSummary } from '../../api/types';
import { useMayAnywhere } from '../../auth/may';
import { EmptyState } from '../../common/empty-state';
import { later } from '../../common/later';
import { configsMessages } from '../../messages/configs';
import { ConfigsList } from './configs-list';
import { FilterBar } from './filter-bar';
import { useInTexts } from './use-in-texts';
import { useShown } from './use-shown';
import { firstView, keepView, keptView, type View } from './view';

const BulkBar = later(async () => (await import('./bulk-bar')).BulkBar);
const fewEnoughToOpen = 50;

/** The configs as a tree. The search is part of the address, so "back" comes back to it; the rest of the view is kept. */
export function ConfigsCollection({ configs }: { configs: ConfigSummary[] }) {
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState(search.get('text') ?? '');
  const [view, setView] = useState(() => keptView() ?? firstView(configs.length <= fewEnoughToOpen ? rootsOf(configs) : []));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const mayEdit = useMayAnywhere()('editValues');
  const incomplete = useIncompleteIds(view.filter === 'incomplete');
  const inTexts = useInTexts(configs, text);
  const { nodes, states, flat } = useShown(configs, view, text, incomplete.data ?? null, inTexts.places);

  const inAddress = search.get('text') ?? '';
  useEffect(() => {
    // Only when it differs: every call is a navigation, and would call off one to a config that has just been asked for.
    if (text !== inAddress) {
      setSearch(text ? { text } : {}, { replace: true });
    }
  }, [text, inAddress, setSearch]);

  const change = useCallback((next: (view: View) => View) => {
    setView((current) => {
      const changed = next(current);
      keepView(changed);
      return changed;
    });
  }, []);
  const toggle = useCallback((id: string) => change((current) => ({ ...current, open: toggled(current.open, id) })), [change]);
  const select = useCallback((id: string) => setSelected((current) => new Set(toggled([...current], id))), []);
  const open = useMemo(() => new Set(view.open), [view.open]);
  const matches = nodes.flatMap(({ config }) => config ?? []);

  return (
    <SpaceBetween size="s">
      <FilterBar
        text={text}
        onText={setText}
        view={view}
        onView={(part) => change((current) => ({ ...current, ...part }))}
        count={flat ? matches.length : configs.length}
        matching={flat}
        loading={incomplete.isFetching}
        texts={inTexts.looking ? 'looking' : inTexts.failed ? 'failed' : 'done'}
      />
      {selected.size > 0 && (
        <BulkBar
          configs={configs.filter(({ id }) => selected.has(id))}
          onSelectAll={flat ? () => setSelected(new Set(matches.map(({ id }) => id))) : undefined}
          onClear={() => setSelected(new Set())}
        />
      )}
      {nodes.length === 0 && inTexts.looking ? null : nodes.length === 0 ? (
        <Nothing all={configs.length === 0} text={text} onClear={() => { setText(''); change((current) => ({ ...current, filter: 'all' })); }} />
      ) : (
        <ConfigsList
          key={`${view.filter} ${view.order}`}
          nodes={nodes}
          states={states}
          foundIn={inTexts.places}
          flat={flat}
          open={open}
          selected={selected}
          selectable={mayEdit}
          onToggle={toggle}
          onSelect={select}
        />
      )}
    </SpaceBetween>
  );
}

function Nothing({ all, text, onClear }: { all: boolean; text: string; onClear: () => void }) {
  if (all) {
    return <EmptyState title={configsMessages.empty} detail={configsMessages.emptyDetail} />;
  }
  return (
    <EmptyState
      title={configsMessages.noMatch}
      detail={text ? configsMessages.noMatchDetail(text) : configsMessages.noneOfThese}
      action={<button type="button" className="configs-clear" onClick={onClear}>{configsMessages.clearFilter}</button>}
    />
  );
}

const rootsOf = (configs: readonly ConfigSummary[]) => [...new Set(configs.map(({ id }) => id.split('/')[0] ?? id))];

const toggled = (ids: readonly string[], id: string) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
