import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Icon from '@cloudscape-design/components/icon';
import { pathTo } from '../../api/configs';
import { useMay } from '../../auth/may';
import { configMessages } from '../../messages/config';
import { PageLink } from '../../common/page-link';
import { useEditorState } from './editor-context';
import type { Origin } from './rows';
import { own } from '../../common/own';
import { useShownName } from '../../common/shown-name';

/** Says at the name whether the value is inherited, this config's own, or locked. */
export function OriginBadge({ origin }: { origin: Origin }) {
  switch (origin.kind) {
    case 'own':
      return origin.lockedBelow && <LockedBadge text={configMessages.lockedForChildren} />;
    case 'locked':
      return <LockedBadge text={configMessages.locked} />;
    case 'overridden':
      return <Badge color="blue">{configMessages.overridden}</Badge>;
    case 'inherited':
      return <Badge color="grey">{configMessages.inherited}</Badge>;
  }
}

function LockedBadge({ text }: { text: string }) {
  return (
    <Badge color="grey">
      <Icon name="lock-private" size="inherit" /> {text}
    </Badge>
  );
}

/** Where the value comes from. */
export function OriginNote({ origin, inheritedValue }: { origin: Origin; inheritedValue?: string }) {
  const may = useMay();
  const { config } = useEditorState();
  const shown = useShownName();
  if (origin.kind === 'own') {
    return null;
  }
  const from = shown(origin.from, own(config.inherited.displayNames, origin.from));
  const parent = may('view', origin.from) ? (
    <PageLink to={pathTo(origin.from)} variant="primary" fontSize="body-s">
      {from}
    </PageLink>
  ) : (
    <b>{from}</b>
  );
  return (
    <Box fontSize="body-s" color="text-body-secondary">
      {origin.kind === 'locked' && <>{configMessages.lockedBy} {parent}</>}
      {origin.kind === 'inherited' && <>{configMessages.inheritedFrom} {parent}</>}
      {origin.kind === 'overridden' && (
        <>{configMessages.insteadOf} {parent}{inheritedValue === undefined ? '' : `: ${inheritedValue}`}</>
      )}
    </Box>
  );
}

interface OriginButtonProps {
  origin: Origin;
  name: string;
  onOverride: () => void;
  onInherit: () => void;
}

/** Takes a value over from the parent, or gives it back. */
export function OriginButton({ origin, name, onOverride, onInherit }: OriginButtonProps) {
  const { mayEdit } = useEditorState();
  if (!mayEdit) {
    return null;
  }
  switch (origin.kind) {
    case 'inherited':
      return (
        <Button ariaLabel={configMessages.overrideKey(name)} onClick={onOverride}>
          {configMessages.override}
        </Button>
      );
    case 'overridden':
      return (
        <Button iconName="undo" ariaLabel={configMessages.backToInheritedKey(name)} onClick={onInherit}>
          {configMessages.backToInherited}
        </Button>
      );
    default:
      return null;
  }
}
