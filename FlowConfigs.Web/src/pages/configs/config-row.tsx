import { type CSSProperties, memo } from 'react';
import { Link } from 'react-router';
import { configsMessages } from '../../messages/configs';
import { ConfigBadges, ConfigContents, ConfigName, ConfigSaved, labelOf } from './config-cells';
import type { ListedConfig } from './listed-config';

interface ConfigRowProps {
  listed: ListedConfig;
  foundIn: string | undefined;
  /** In a tree, whether its branch is open; undefined in a flat list and for a leaf. */
  open: boolean | undefined;
  isTree: boolean;
  selected: boolean;
  selectable: boolean;
  isDesigner: boolean;
  onToggle: (id: string) => void;
  onSelect: (id: string) => void;
}

/** A row on a phone. Plain elements, because a list of thousands is searched at every key stroke. */
export const ConfigRow = memo(function ConfigRow(props: ConfigRowProps) {
  const { listed, foundIn, open, isTree, selected, selectable, isDesigner, onToggle, onSelect } = props;
  const { id, depth, config, below } = listed;
  return (
    <li className="config-row" style={{ '--depth': isTree ? depth : 0 } as CSSProperties}>
      {selectable && (
        <input
          type="checkbox"
          className="config-check"
          checked={selected}
          disabled={config === null}
          aria-label={configsMessages.select(labelOf(listed))}
          onChange={() => onSelect(id)}
        />
      )}
      <div className="config-name">
        {open !== undefined && (
          <button
            type="button"
            className="config-toggle"
            aria-expanded={open}
            aria-label={configsMessages.below(labelOf(listed), below)}
            onClick={() => onToggle(id)}
          >
            {open ? '▾' : '▸'}
          </button>
        )}
        <div>
          <ConfigName listed={listed} foundIn={foundIn} isTree={isTree} isDesigner={isDesigner} Link={Link} />
          {config?.description && <div className="config-secondary config-description wrap-anywhere">{config.description}</div>}
        </div>
      </div>
      <div className="config-state"><ConfigBadges listed={listed} /></div>
      <div className="config-contents wrap-anywhere"><ConfigContents listed={listed} isDesigner={isDesigner} /></div>
      <div className="config-saved wrap-anywhere"><ConfigSaved listed={listed} /></div>
    </li>
  );
});
