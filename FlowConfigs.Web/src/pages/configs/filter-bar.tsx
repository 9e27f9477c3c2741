import { useId } from 'react';
import { configsMessages } from '../../messages/configs';
import { type Filter, filters, type Order, orders, type View } from './view';

interface FilterBarProps {
  text: string;
  onText: (text: string) => void;
  view: View;
  onView: (part: Partial<View>) => void;
  count: number;
  /** Whether some are left out. */
  matching: boolean;
  loading: boolean;
  /** How far the search in texts is. */
  texts: 'looking' | 'failed' | 'done';
}

/** Search, filter and order; plain elements, so that a key stroke costs little. */
export function FilterBar({ text, onText, view, onView, count, matching, loading, texts }: FilterBarProps) {
  const id = useId();
  return (
    <div className="filter-bar">
      <input
        type="search"
        className="filter-field filter-search"
        value={text}
        placeholder={configsMessages.filter}
        aria-label={configsMessages.filter}
        onChange={({ target }) => onText(target.value)}
      />
      <span className="filter-choice">
        <label htmlFor={`${id}-filter`}>{configsMessages.show}</label>
        <select
          id={`${id}-filter`}
          className="filter-field"
          value={view.filter}
          onChange={({ target }) => onView({ filter: target.value as Filter })}
        >
          {filters.map((filter) => <option key={filter} value={filter}>{configsMessages.filters[filter]}</option>)}
        </select>
      </span>
      <span className="filter-choice">
        <label htmlFor={`${id}-order`}>{configsMessages.order}</label>
        <select
          id={`${id}-order`}
          className="filter-field"
          value={view.order}
          onChange={({ target }) => onView({ order: target.value as Order })}
        >
          {orders.map((order) => <option key={order} value={order}>{configsMessages.orders[order]}</option>)}
        </select>
      </span>
      <span className="filter-count" aria-live="polite">
        {loading ? configsMessages.loading : matching ? configsMessages.matches(count, texts) : configsMessages.count(count)}
      </span>
    </div>
  );
}
