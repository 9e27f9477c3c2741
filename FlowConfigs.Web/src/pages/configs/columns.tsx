import type { CardsProps } from '@cloudscape-design/components/cards';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ConfigSummary } from '../../api/types';
import { configsMessages } from '../../messages/configs';
import { ConfigName, Contents, LastSaved } from './config-cells';
import { byPath, depthOf } from './config-order';

const indent = 24;

export const idColumn: TableProps.ColumnDefinition<ConfigSummary> = {
  id: 'id',
  header: configsMessages.id,
  isRowHeader: true,
  sortingComparator: byPath,
  cell: (config) => (
    <div style={{ paddingInlineStart: depthOf(config.id) * indent }}>
      <ConfigName config={config} />
    </div>
  ),
};

export const columns: TableProps.ColumnDefinition<ConfigSummary>[] = [
  { ...idColumn, width: '28%' },
  {
    id: 'description',
    header: configsMessages.whatFor,
    cell: (config) => config.description,
    width: '30%',
  },
  { id: 'contents', header: configsMessages.contents, cell: (config) => <Contents config={config} />, width: '22%' },
  {
    id: 'saved',
    header: configsMessages.lastSaved,
    sortingField: 'savedAt',
    cell: (config) => <LastSaved config={config} />,
    width: '20%',
  },
];

export const card: CardsProps.CardDefinition<ConfigSummary> = {
  header: (config) => <ConfigName config={config} />,
  sections: [
    {
      id: 'what',
      content: (config) => (
        <>
          {config.description && <div>{config.description}</div>}
          <Contents config={config} />
        </>
      ),
    },
    { id: 'saved', content: (config) => <LastSaved config={config} /> },
  ],
};
