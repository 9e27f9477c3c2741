import '../pages/emergency/emergency.css';
import { formatDateTime } from '../common/formats';
import { useNow } from '../common/use-now';
import { messages } from '../messages';
import { emergencyMessages as texts } from '../messages/emergency';
import { endText } from '../common/end-text';
import { scenarioName } from '../common/scenario-name';
import { PlainButton } from '../plain/button';
import { PageHeading } from '../plain/layout';
import type { LastKnown } from './last-known';

/** Which scenarios were on when there was a connection last, and what to do now. */
export function OfflineScenarios({ known: { at, scenarios }, onRetry }: { known: LastKnown; onRetry: () => void }) {
  const now = useNow();
  return (
    <>
      <title>{messages.app.title(texts.title)}</title>
      <PageHeading actions={<PlainButton onClick={onRetry}>{messages.app.retry}</PlainButton>}>{texts.title}</PageHeading>
      <p>{texts.offline.asOf(formatDateTime(at))}</p>
      <p>{texts.offline.what}</p>
      <ul className="scenarios">
        {scenarios.map(({ id, on }) => (
          <li key={id} className={on && new Date(on.until) > now ? 'scenario scenario-on' : 'scenario'}>
            <h2 className="scenario-name" translate="no">{scenarioName(id)}</h2>
            <p>{stateOf(on, now)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function stateOf(on: LastKnown['scenarios'][number]['on'], now: Date): string {
  if (!on) {
    return texts.offline.wasOff;
  }
  const until = endText(on.until, on.timeZone, now);
  return new Date(on.until) > now ? texts.offline.wasOn(until) : texts.offline.hasEnded(until);
}
