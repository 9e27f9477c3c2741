import { keep, kept } from '../../common/kept';

export const filters = ['all', 'closed', 'today', 'timed', 'incomplete'] as const;
export type Filter = (typeof filters)[number];
export const orders = ['path', 'newest', 'name'] as const;
export type Order = (typeof orders)[number];

/** How somebody looks at the list; this browser keeps it. */
export interface View {
  filter: Filter;
  order: Order;
  open: string[];
}

const name = 'configs-view';
const first: View = { filter: 'all', order: 'path', open: [] };

export function keptView(): View | null {
  try {
    const view = JSON.parse(kept(name) ?? 'null') as Partial<View> | null;
    return view && {
      filter: filters.find((filter) => filter === view.filter) ?? first.filter,
      order: orders.find((order) => order === view.order) ?? first.order,
      open: Array.isArray(view.open) ? view.open.filter((id) => typeof id === 'string') : [],
    };
  } catch {
    return null;
  }
}

export const keepView = (view: View) => keep(name, JSON.stringify(view));
export const firstView = (open: string[]): View => ({ ...first, open });
