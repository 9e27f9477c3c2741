import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Toggle from '@cloudscape-design/components/toggle';
import { useEffect, useRef } from 'react';
import { messages } from '../../messages';
import { configsMessages } from '../../messages/configs';
import { columns, pageSizes, type View } from './view';

const texts = configsMessages.preferences;

/** Which columns, how many rows, and whether as a tree. */
export function ConfigsPreferences({ view, onView }: { view: View; onView: (part: Partial<View>) => void }) {
  const holder = useRef<HTMLDivElement>(null);
  // A click fetched this part, and was meant for its button.
  useEffect(() => holder.current?.querySelector('button')?.click(), []);
  return (
    <div ref={holder}>
      <CollectionPreferences
        title={texts.open}
        confirmLabel={texts.confirm}
        cancelLabel={messages.app.cancel}
        preferences={{
          pageSize: view.pageSize, visibleContent: view.columns, wrapLines: view.wrap, contentDensity: view.compact ? 'compact' : 'comfortable', custom: view.tree,
        }}
        pageSizePreference={{ title: texts.pageSize, options: pageSizes.map((value) => ({ value, label: texts.pageSizeOf(value) })) }}
        wrapLinesPreference={{ label: texts.wrap, description: texts.wrapDetail }}
        contentDensityPreference={{ label: texts.compact, description: texts.compactDetail }}
        visibleContentPreference={{
          title: texts.columns,
          options: [{ label: '', options: columns.map((column) => ({ id: column, label: configsMessages.columns[column], editable: column !== 'name' })) }],
        }}
        customPreference={treeToggle}
        onConfirm={({ detail }) => onView({
          pageSize: detail.pageSize ?? view.pageSize,
          columns: columns.filter((column) => detail.visibleContent?.includes(column) ?? true),
          wrap: detail.wrapLines ?? view.wrap,
          compact: detail.contentDensity === 'compact',
          tree: detail.custom === true,
        })}
      />
    </div>
  );
}

const treeToggle = (tree: boolean, set: (tree: boolean) => void) => (
  <Toggle checked={tree} description={texts.treeDetail} onChange={({ detail }) => set(detail.checked)}>{texts.tree}</Toggle>
);
