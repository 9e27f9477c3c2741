import type { ComponentType, ReactNode } from 'react';
import { pathTo } from '../../api/configs';
import { formatDateTime } from '../../common/formats';
import { own } from '../../common/own';
import { shownName } from '../../common/shown-name';
import { TimeAgo } from '../../common/time-ago';
import { configsMessages } from '../../messages/configs';
import { contentsOf } from './contents';
import type { ListedConfig } from './listed-config';

interface NameProps {
  listed: ListedConfig;
  foundIn: string | undefined;
  isTree: boolean;
  isDesigner: boolean;
  /** The table's keyboard navigation knows Cloudscape's links only; a phone needs less. */
  Link: ComponentType<{ to: string; children: ReactNode }>;
}

/** The name of a config; and of what is no config, the part of the path. */
export function ConfigName({ listed: { id, name, within, config, below }, foundIn, isTree, isDesigner, Link }: NameProps) {
  const isNamed = Boolean(config?.displayName);
  return (
    <div className="wrap-anywhere" translate="no">
      {config ? <Link to={pathTo(id)}>{isNamed && isTree ? '' : within}<b>{name}</b></Link> : <b>{id}</b>}
      {below > 0 && <span className="config-count"> {configsMessages.countBelow(below)}</span>}
      {isNamed && isDesigner && <div className="config-secondary config-id">{id}</div>}
      {foundIn && <div className="config-found">{foundIn}</div>}
    </div>
  );
}

export function ConfigBadges({ listed: { state } }: { listed: ListedConfig }) {
  return (
    <>
      {state?.closed && <span className="config-badge config-closed">{configsMessages.closed}</span>}
      {state?.until && <span className="config-badge">{configsMessages.until(formatDateTime(state.until))}</span>}
      {state?.planned && <span className="config-badge">{configsMessages.planned}</span>}
    </>
  );
}

export function ConfigContents({ listed: { config, keyNames }, isDesigner }: { listed: ListedConfig; isDesigner: boolean }) {
  const shown = shownName(isDesigner);
  return config && contentsOf(config, (key) => shown(key, own(keyNames, key))).map((line) => <div key={line}>{line}</div>);
}

export function ConfigSaved({ listed: { config } }: { listed: ListedConfig }) {
  return config && <><TimeAgo at={config.savedAt} /> <span className="config-secondary">{configsMessages.savedBy(config.savedBy)}</span></>;
}

/** What buttons and boxes of its row call it. */
export const labelOf = ({ id, name, config }: ListedConfig) => (config?.displayName ? name : id);
