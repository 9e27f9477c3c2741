import './configs.css';
import { type KeyboardEvent, memo, useCallback, useState } from 'react';
import type { TreeNode } from './config-tree';
import type { ConfigState } from './config-state';
import { ConfigRow } from './config-row';
import Button from '@cloudscape-design/components/button';
import { configsMessages } from '../../messages/configs';
import { useDesignerView } from '../../common/designer-view';

const pageSize = 50;

interface ConfigsListProps {
  nodes: TreeNode[];
  states: ReadonlyMap<string, ConfigState>;
  /** Where a search was found in texts, by the config's id. */
  foundIn: ReadonlyMap<string, string>;
  flat: boolean;
  open: ReadonlySet<string>;
  selected: ReadonlySet<string>;
  selectable: boolean;
  onToggle: (id: string) => void;
  onSelect: (id: string) => void;
}

/** A page of the tree at first, and more where somebody asks for more. */
export const ConfigsList = memo(function ConfigsList(props: ConfigsListProps) {
  const { nodes, states, foundIn, flat, open, selected, selectable, onToggle, onSelect } = props;
  const [isDesigner] = useDesignerView();
  const [pages, setPages] = useState(1);
  const shown = nodes.slice(0, pages * pageSize);
  const move = useCallback((event: KeyboardEvent) => moveFocus(event), []);
  return (
    <>
      {/* Arrow keys are besides Tab, which reaches every link and button too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol className="configs" aria-label={configsMessages.title} onKeyDown={move}>
        {shown.map((node) => (
          <ConfigRow
            key={node.id}
            node={node}
            state={states.get(node.id)}
            foundIn={foundIn.get(node.id)}
            open={flat || node.below === 0 ? undefined : open.has(node.id)}
            indented={!flat}
            selected={selected.has(node.id)}
            selectable={selectable}
            isDesigner={isDesigner}
            onToggle={onToggle}
            onSelect={onSelect}
          />
        ))}
      </ol>
      {shown.length < nodes.length && (
        <div className="configs-more">
          <Button onClick={() => setPages(pages + 1)}>{configsMessages.showMore(nodes.length - shown.length)}</Button>
        </div>
      )}
    </>
  );
});

/** Up and down from link to link; right and left open and close a branch. */
function moveFocus(event: KeyboardEvent): void {
  const row = (event.target as HTMLElement).closest('li');
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const link = row?.[step[event.key]]?.querySelector<HTMLElement>('a, .config-toggle');
    if (link) {
      event.preventDefault();
      link.focus();
    }
  }
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    const toggle = row?.querySelector<HTMLElement>('.config-toggle');
    if (toggle?.getAttribute('aria-expanded') === String(event.key === 'ArrowLeft')) {
      toggle.click();
    }
  }
}
