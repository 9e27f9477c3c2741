import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { messages } from '../messages';
import type { Draft } from './kept-drafts';
import { TimeAgo } from './time-ago';

interface DraftOfferProps {
  draft: Draft<unknown>;
  /** How many there are, where that is known. */
  changes?: number;
  /** The version that holds now. */
  current: number;
  onRestore: () => void;
  onDiscard: () => void;
}

/** Offers what was typed before the page was left or loaded again. */
export function DraftOffer({ draft: { at, version }, changes, current, onRestore, onDiscard }: DraftOfferProps) {
  const texts = messages.draft;
  return (
    <Alert
      type="info"
      header={texts.title}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={onRestore}>{texts.restore}</Button>
          <Button variant="link" onClick={onDiscard}>{texts.discard}</Button>
        </SpaceBetween>
      }
    >
      {texts.detail(changes)} <TimeAgo at={at} />. {version < current && texts.older(version)}
    </Alert>
  );
}
