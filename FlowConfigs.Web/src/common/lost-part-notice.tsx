import { messages } from '../messages';
import { PlainButton } from '../plain/button';
import { Notice } from '../plain/notice';
import { LostPart } from './load-part';

const { problems } = messages;

/** In place of a part of the page that failed or could not be fetched. */
export function LostPartNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isReplaced = error instanceof LostPart && error.isReplaced;
  const [title, detail] = isReplaced
    ? [problems.newVersion, problems.newVersionDetail]
    : error instanceof LostPart
      ? [problems.partLost, problems.partLostDetail]
      : [problems.partBroke, problems.partBrokeDetail];
  return (
    <Notice
      type={isReplaced ? 'info' : 'warning'}
      header={title}
      action={
        isReplaced ? (
          <PlainButton onClick={() => window.location.reload()}>{problems.loadNewVersion}</PlainButton>
        ) : (
          <PlainButton onClick={onRetry}>{messages.app.retry}</PlainButton>
        )
      }
    >
      {detail}
    </Notice>
  );
}
