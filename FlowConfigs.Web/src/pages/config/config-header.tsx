import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import { pathTo } from '../../api/configs';
import type { Config } from '../../api/types';
import { useMay } from '../../auth/may';
import { messages } from '../../messages';
import { ConfigActions } from './config-actions';
import { configMessages } from '../../messages/config';
import { ConfigLinks } from '../../common/config-links';
import { DeskTrail } from '../../common/desk-trail';
import { TimeAgo } from '../../common/time-ago';
import { useDesignerView } from '../../common/designer-view';
import { own } from '../../common/own';

interface ConfigHeaderProps {
  config: Config;
  /** As they are being edited. */
  displayName: string;
  description: string;
  unsaved: boolean;
}

export function ConfigHeader({ config, displayName, description, unsaved }: ConfigHeaderProps) {
  const [isDesigner] = useDesignerView();
  const { id, version, saved } = config;
  return (
    <div>
      <ConfigTrail config={config} />
      <Header variant="h1" description={<span className="wrap-anywhere">{description}</span>} actions={<ConfigActions config={config} unsaved={unsaved} />}>
        <span className="wrap-anywhere" translate="no">{displayName || id}</span>
      </Header>
      <Box color="text-body-secondary" fontSize="body-s">
        {isDesigner && displayName && <><span className="key-reference" translate="no">{id}</span>. </>}
        {configMessages.version(version)}, {configMessages.saved} <TimeAgo at={saved.at} /> {configMessages.by(saved.by)}
        {saved.comment && <>: {configMessages.comment(saved.comment)}</>}
      </Box>
      <ConfigLinks id={id} />
    </div>
  );
}

/** The list, and the configs from which this one inherits as far as the person may see them. */
function ConfigTrail({ config: { id, displayName, inherited } }: { config: Config }) {
  const may = useMay();
  const segments = id.split('/');
  const parents = segments.slice(0, -1).map((segment, depth) => {
    const parent = segments.slice(0, depth + 1).join('/');
    const text = own(inherited.displayNames, parent) ?? segment;
    return may('view', parent) ? { text, to: pathTo(parent) } : { text };
  });
  return <DeskTrail steps={[{ text: messages.app.backToList, to: '/configs' }, ...parents, { text: displayName ?? segments.at(-1) ?? id }]} />;
}
