import { memo, useState } from 'react';
import Button from '@cloudscape-design/components/button';
import { useDesignerView } from '../../common/designer-view';
import { configsMessages } from '../../messages/configs';
import { ConfigRow } from './config-row';
import type { ListedConfig } from './listed-config';

const pageSize = 50;

interface ConfigsListProps {
  listed: readonly ListedConfig[];
  foundIn: (id: string) => string | undefined;
  isTree: boolean;
  open: ReadonlySet<string>;
  selected: ReadonlySet<string>;
  selectable: boolean;
  onToggle: (id: string) => void;
  onSelect: (id: string) => void;
}

/** The configs on a phone: a page at first, and more where somebody asks for more. */
export const ConfigsList = memo(function ConfigsList(props: ConfigsListProps) {
  const { listed, foundIn, isTree, open, selected, selectable, onToggle, onSelect } = props;
  const [isDesigner] = useDesignerView();
  const [pages, setPages] = useState(1);
  const shown = listed.slice(0, pages * pageSize);
  return (
    <>
      <ol className="configs" aria-label={configsMessages.title}>
        {shown.map((one) => (
          <ConfigRow
            key={one.id}
            listed={one}
            foundIn={foundIn(one.id)}
            open={!isTree || one.below === 0 ? undefined : open.has(one.id)}
            isTree={isTree}
            selected={selected.has(one.id)}
            selectable={selectable}
            isDesigner={isDesigner}
            onToggle={onToggle}
            onSelect={onSelect}
          />
        ))}
      </ol>
      {shown.length < listed.length && (
        <div className="configs-more">
          <Button onClick={() => setPages(pages + 1)}>{configsMessages.showMore(listed.length - shown.length)}</Button>
        </div>
      )}
    </>
  );
});
