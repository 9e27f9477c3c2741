import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { PageLink } from '../../common/page-link';
import { configsMessages } from '../../messages/configs';
import { ConfigBadges, ConfigContents, ConfigName, ConfigSaved } from './config-cells';
import type { ListedConfig } from './listed-config';
import { sorting } from './sorting';
import { type Column, columns, sortable, type View } from './view';

interface Shown {
  foundIn: (id: string) => string | undefined;
  isTree: boolean;
  isDesigner: boolean;
}

const widths: Readonly<Record<Column, number>> = { name: 270, description: 240, state: 120, contents: 220, saved: 170 };
const least = 100;

/** The columns of the table, with the widths that the person gave them. */
export function tableColumns(chosen: View['widths'], { foundIn, isTree, isDesigner }: Shown): TableProps.ColumnDefinition<ListedConfig>[] {
  const cells: Readonly<Record<Column, (listed: ListedConfig) => ReactNode>> = {
    name: (listed) => <ConfigName listed={listed} foundIn={foundIn(listed.id)} isTree={isTree} isDesigner={isDesigner} Link={PageLink} />,
    description: ({ config }) => <div className="wrap-anywhere config-description">{config?.description}</div>,
    state: (listed) => <div className="config-state"><ConfigBadges listed={listed} /></div>,
    contents: (listed) => <ConfigContents listed={listed} isDesigner={isDesigner} />,
    saved: (listed) => <ConfigSaved listed={listed} />,
  };
  return columns.map((column) => {
    const sorted = sortable.find((one) => one === column);
    return {
      id: column,
      header: configsMessages.columns[column],
      cell: cells[column],
      isRowHeader: column === 'name',
      width: chosen[column] ?? widths[column],
      minWidth: least,
      ...(sorted && sorting[sorted]),
    };
  });
}
