import Table from '@cloudscape-design/components/table';
import type { RecordsProps } from './records';

/** The table at a desk: its columns can be made wider, its header stays in sight, and the arrow keys go from cell to cell. */
export function DeskRecords<T>({ label, columns, records, keyOf, sorting }: RecordsProps<T>) {
  return (
    <Table
      {...sorting}
      {...(keyOf && { trackBy: keyOf })}
      ariaLabels={{ tableLabel: label }}
      columnDefinitions={columns}
      items={records}
      variant="embedded"
      resizableColumns
      stickyHeader
      enableKeyboardNavigation
      wrapLines
      cellVerticalAlign="top"
    />
  );
}
