import { startTransition, useId, useState } from 'react';
import { configsMessages } from '../../messages/configs';
import { everything, freeTexts, type Query, stateIn, stateToken, textToken } from './config-query';
import { configStates, type ConfigStateName } from './listed-config';
import type { View } from './view';

interface FilterBarProps {
  query: Query;
  onQuery: (query: Query) => void;
  view: View;
  onView: (part: Partial<View>) => void;
  /** How many there are, or match. */
  count: string;
}

const orders: Readonly<Record<keyof typeof configsMessages.orders, Pick<View, 'tree' | 'sort'>>> = {
  tree: { tree: true, sort: { column: 'name', descending: false } },
  newest: { tree: false, sort: { column: 'saved', descending: true } },
  name: { tree: false, sort: { column: 'name', descending: false } },
};

/** Search, filter and order on a phone; plain elements, so that a key stroke costs little. */
export function FilterBar({ query, onQuery, view, onView, count }: FilterBarProps) {
  const id = useId();
  const [text, setText] = useState(freeTexts(query).join(' '));
  const state = stateIn(query);
  const order = view.tree ? 'tree' : view.sort.column === 'saved' ? 'newest' : 'name';

  function ask(words: string, wanted: ConfigStateName | undefined) {
    const tokens = [...(wanted ? [stateToken(wanted)] : []), ...(words.trim() === '' ? [] : [textToken(words.trim())])];
    startTransition(() => onQuery({ ...everything, tokens }));
  }

  return (
    <div className="filter-bar">
      <input
        type="search"
        className="filter-field filter-search"
        value={text}
        placeholder={configsMessages.filter}
        aria-label={configsMessages.filter}
        onChange={({ target }) => {
          setText(target.value);
          ask(target.value, state);
        }}
      />
      <span className="filter-choice">
        <label htmlFor={`${id}-filter`}>{configsMessages.show}</label>
        <select
          id={`${id}-filter`}
          className="filter-field"
          value={state ?? ''}
          onChange={({ target }) => ask(text, configStates.find((name) => name === target.value))}
        >
          <option value="">{configsMessages.allConfigs}</option>
          {configStates.map((one) => <option key={one} value={one}>{configsMessages.states[one]}</option>)}
        </select>
      </span>
      <span className="filter-choice">
        <label htmlFor={`${id}-order`}>{configsMessages.order}</label>
        <select
          id={`${id}-order`}
          className="filter-field"
          value={order}
          onChange={({ target }) => onView(orders[target.value as keyof typeof orders])}
        >
          {Object.entries(configsMessages.orders).map(([name, label]) => <option key={name} value={name}>{label}</option>)}
        </select>
      </span>
      <span className="filter-count" aria-live="polite">{count}</span>
    </div>
  );
}
