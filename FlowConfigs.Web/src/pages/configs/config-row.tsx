import { type CSSProperties, memo } from 'react';
import { Link } from 'react-router';
import { pathTo } from '../../api/configs';
import { formatDateTime } from '../../common/formats';
import { TimeAgo } from '../../common/time-ago';
import { configsMessages } from '../../messages/configs';
import { contentsOf } from './contents';
import type { ConfigState } from './config-state';
import type { TreeNode } from './config-tree';
import { own } from '../../common/own';
import { shownName } from '../../common/shown-name';

interface ConfigRowProps {
  node: TreeNode;
  state: ConfigState | undefined;
  foundIn: string | undefined;
  /** In a tree, whether its branch is open; undefined in a flat list and for a leaf. */
  open: boolean | undefined;
  indented: boolean;
  selected: boolean;
  selectable: boolean;
  isDesigner: boolean;
  onToggle: (id: string) => void;
  onSelect: (id: string) => void;
}

/** Plain elements, because a list of thousands is searched at every key stroke. */
export const ConfigRow = memo(function ConfigRow(props: ConfigRowProps) {
  const { node: { id, name, within, keyNames, depth, config, below }, state, foundIn, open, indented, selected, selectable, isDesigner, onToggle, onSelect } = props;
  const isNamed = Boolean(config?.displayName);
  return (
    <li className="config-row" style={{ '--depth': indented ? depth : 0 } as CSSProperties}>
      {selectable && (
        <input
          type="checkbox"
          className="config-check"
          checked={selected}
          disabled={config === null}
          aria-label={configsMessages.select(isNamed ? name : id)}
          onChange={() => onSelect(id)}
        />
      )}
      <div className="config-name wrap-anywhere" translate="no">
        {open !== undefined && (
          <button
            type="button"
            className="config-toggle"
            aria-expanded={open}
            aria-label={configsMessages.below(isNamed ? name : id, below)}
            onClick={() => onToggle(id)}
          >
            {open ? '▾' : '▸'}
          </button>
        )}
        <div>
          {config ? <Link to={pathTo(id)}>{isNamed && indented ? '' : within}<b>{name}</b></Link> : <b>{id}</b>}
          {below > 0 && <span className="config-count"> {configsMessages.countBelow(below)}</span>}
          {isNamed && isDesigner && <div className="config-secondary config-id">{id}</div>}
          {foundIn && <div className="config-found">{foundIn}</div>}
          {config?.description && <div className="config-secondary config-description">{config.description}</div>}
        </div>
      </div>
      <div className="config-state">
        {state?.closed && <span className="config-badge config-closed">{configsMessages.closed}</span>}
        {state?.until && <span className="config-badge">{configsMessages.until(formatDateTime(state.until))}</span>}
        {state?.planned && <span className="config-badge">{configsMessages.planned}</span>}
      </div>
      <div className="config-contents wrap-anywhere">{config && contentsOf(config, (key) => shownName(isDesigner)(key, own(keyNames, key))).map((line) => <div key={line}>{line}</div>)}</div>
      <div className="config-saved wrap-anywhere">
        {config && <><TimeAgo at={config.savedAt} /> <span className="config-secondary">{configsMessages.savedBy(config.savedBy)}</span></>}
      </div>
    </li>
  );
});
