import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { pathTo, useConfigName } from '../../api/configs';
import { type VersionEntry, versionName } from '../../api/history';
import { FieldChanges } from '../../common/field-changes';
import { PageLink } from '../../common/page-link';
import { TimeAgo } from '../../common/time-ago';
import { historyMessages as texts } from '../../messages/history';
import type { Labels } from '../../common/labels';

interface VersionItemProps {
  entry: VersionEntry;
  labels: Labels;
  isCurrent: boolean;
  onCompare: () => void;
  /** Null when the person may not. */
  onRestore: (() => void) | null;
}

export function VersionItem({ entry, labels, isCurrent, onCompare, onRestore }: VersionItemProps) {
  const { saved, link = 'whole', changes = [], more = 0, deleted } = entry;
  const nameOf = useConfigName();
  const name = versionName(entry);
  const movedTo = saved.movedTo ?? null;
  return (
    <li className={link === 'whole' ? 'version' : 'version version-apart'}>
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <h2>{texts.version(String(entry.version))}</h2>
        {isCurrent && <Badge color="green">{texts.current}</Badge>}
        {link !== 'whole' && <Badge color="red">{texts.linkNames[link]}</Badge>}
        {saved.action && saved.action !== 'saved' && <Badge>{texts.actions[saved.action]}</Badge>}
      </SpaceBetween>
      <Box color="text-body-secondary">
        <TimeAgo at={saved.at} /> {texts.by(saved.by)}
        {saved.comment && <span className="wrap-anywhere" translate="no">: “{saved.comment}”</span>}
      </Box>
      {link !== 'whole' && <Box>{texts.links[link]}</Box>}
      {movedTo !== null && <PageLink to={pathTo(movedTo)}>{texts.movedTo(nameOf(movedTo))}</PageLink>}
      {changes.length > 0 ? (
        <FieldChanges changes={changes} more={more} labels={labels} />
      ) : (
        !deleted && <Box color="text-body-secondary">{texts.noFields}</Box>
      )}
      {!isCurrent && !deleted && (
        <SpaceBetween direction="horizontal" size="xs">
          <Button ariaLabel={texts.compareWith(name)} onClick={onCompare}>
            {texts.compareShort}
          </Button>
          {onRestore && (
            <Button ariaLabel={texts.restoreOf(name)} onClick={onRestore}>
              {texts.restore}
            </Button>
          )}
        </SpaceBetween>
      )}
    </li>
  );
}
