import { keep, kept } from '../../common/kept';

export const columns = ['name', 'description', 'state', 'contents', 'saved'] as const;
export type Column = (typeof columns)[number];
export const sortable = ['name', 'saved'] as const;
export interface Sort {
  column: (typeof sortable)[number];
  descending: boolean;
}
export const pageSizes = [20, 50, 100] as const;

/** How a person looks at the list; this browser keeps it. */
export interface View {
  /** Whether configs stand below those that they inherit from. A filter shows its matches without. */
  tree: boolean;
  /** The ids whose branches are open. */
  open: readonly string[];
  sort: Sort;
  columns: readonly Column[];
  widths: Readonly<Partial<Record<Column, number>>>;
  pageSize: number;
  wrap: boolean;
  compact: boolean;
}

const name = 'configs-view';
const first: View = { tree: true, open: [], sort: { column: 'name', descending: false }, columns, widths: {}, pageSize: 50, wrap: true, compact: false };

export function keptView(): View | null {
  try {
    const view = JSON.parse(kept(name) ?? 'null') as Partial<View> | null;
    const sorted = sortable.find((column) => column === view?.sort?.column);
    return view && {
      tree: view.tree ?? first.tree,
      open: Array.isArray(view.open) ? view.open.filter((id) => typeof id === 'string') : first.open,
      sort: sorted ? { column: sorted, descending: view.sort?.descending === true } : first.sort,
      columns: columns.filter((column) => column === 'name' || !Array.isArray(view.columns) || view.columns.includes(column)),
      widths: Object.fromEntries(columns.flatMap((column) => {
        const width: unknown = view.widths?.[column];
        return typeof width === 'number' ? [[column, width]] : [];
      })),
      pageSize: pageSizes.find((size) => size === view.pageSize) ?? first.pageSize,
      wrap: view.wrap ?? first.wrap,
      compact: view.compact === true,
    };
  } catch {
    return null;
  }
}

export const keepView = (view: View) => keep(name, JSON.stringify(view));
export const firstView = (open: readonly string[]): View => ({ ...first, open });
