import './emergency.css';
import { Link } from 'react-router';
import type { ScenarioSummary } from '../../api/scenarios';
import { useMayAnywhere } from '../../auth/may';
import { EmptyState } from '../../common/empty-state';
import { formatDateTime } from '../../common/formats';
import { Loaded } from '../../common/loaded';
import { useNow } from '../../common/use-now';
import { useOnline } from '../../common/use-online';
import { messages } from '../../messages';
import { emergencyMessages as texts } from '../../messages/emergency';
import { useScenariosOrLastKnown } from '../../offline/use-scenarios-or-last-known';
import { PageHeading } from '../../plain/layout';
import { ScenarioCard } from './scenario-card';

const pathToNew = '/emergency-scenarios/new';

/** The scenarios as big cards, those that are on first: what somebody opens when the alarm goes off. */
export function EmergencyPage() {
  const { scenarios, asOf } = useScenariosOrLastKnown();
  const now = useNow();
  const online = useOnline();
  const mayPrepare = useMayAnywhere()('define', 'scenarios');
  const prepare = mayPrepare && <Link className="plain-button" to={pathToNew}>{texts.prepare}</Link>;

  return (
    <>
      <title>{messages.app.title(texts.title)}</title>
      {/* As long as the description, so that no card moves under a thumb. */}
      <PageHeading description={asOf ? texts.lastKnown(formatDateTime(asOf)) : texts.description} actions={prepare}>
        {texts.title}
      </PageHeading>
      {!online && <p>{texts.offline.asOf(formatDateTime(asOf ?? new Date(scenarios.dataUpdatedAt)))} {texts.offline.what}</p>}
      <Loaded query={scenarios} loading={texts.loading} failed={texts.failed}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={texts.empty} detail={mayPrepare ? texts.emptyDetail : `${texts.emptyDetail} ${texts.emptyAsk}`} />
          ) : (
            <ul className="scenarios">
              {found.toSorted(onFirst).map((scenario) => (
                <ScenarioCard key={scenario.id} scenario={scenario} now={now} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

const onFirst = (left: ScenarioSummary, right: ScenarioSummary) => Number(right.on !== null) - Number(left.on !== null);
