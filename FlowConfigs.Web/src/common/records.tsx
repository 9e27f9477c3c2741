import './records.css';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { later } from './later';
import { useNarrowScreen } from './use-narrow-screen';

export interface RecordColumn<T> {
  id: string;
  header: string;
  cell: (record: T) => ReactNode;
  /** Names the row. */
  isRowHeader?: boolean;
  /** At a desk, in pixels, until the person makes it wider. */
  width?: number;
  /** Only where every record is loaded: an order of one page says nothing of the others. */
  sortingComparator?: (left: T, right: T) => number;
}

export interface RecordsProps<T> {
  label: string;
  columns: readonly RecordColumn<T>[];
  records: readonly T[];
  /** Left out where two records can be alike, as masked ones are. */
  keyOf?: (record: T) => string;
  /** The collection's, where the person can sort. */
  sorting?: Pick<TableProps<T>, 'sortingColumn' | 'sortingDescending' | 'onSortingChange'>;
}

// `later` knows no type parameters of the component that it loads.
const DeskRecords = later(async () => (await import('./desk-records')).DeskRecords) as <T>(props: RecordsProps<T>) => ReactNode;

/** Records of one kind: Cloudscape's table at a desk; on a phone a block each. */
export function Records<T>(props: RecordsProps<T>) {
  const isNarrow = useNarrowScreen();
  return isNarrow ? <Blocks {...props} /> : <DeskRecords {...props} />;
}

function Blocks<T>({ label, columns, records, keyOf }: RecordsProps<T>) {
  return (
    <table className="records" aria-label={label}>
      <thead>
        <tr>{columns.map(({ id, header }) => <th key={id} scope="col">{header}</th>)}</tr>
      </thead>
      <tbody>
        {records.map((record, place) => (
          <tr key={keyOf?.(record) ?? place}>
            {columns.map(({ id, cell, isRowHeader }) =>
              isRowHeader ? <th key={id} scope="row">{cell(record)}</th> : <td key={id}>{cell(record)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
