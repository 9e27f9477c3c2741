import './emergency.css';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { useNavigate } from 'react-router';
import { type ScenarioSummary, useScenarios } from '../../api/scenarios';
import { useMayAnywhere } from '../../auth/may';
import { EmptyState } from '../../common/empty-state';
import { Loaded } from '../../common/loaded';
import { messages } from '../../messages';
import { emergencyMessages as texts } from '../../messages/emergency';
import { ScenarioCard } from './scenario-card';
import { useNow } from '../../common/use-now';

const pathToNew = '/emergency-scenarios/new';

/** The scenarios as big cards, those that are on first: what somebody opens when the alarm goes off. */
export function EmergencyPage() {
  const scenarios = useScenarios();
  const now = useNow();
  const navigate = useNavigate();
  const mayPrepare = useMayAnywhere()('define', 'scenarios');
  const prepare = mayPrepare && (
    <Button iconName="add-plus" onClick={() => void navigate(pathToNew)}>
      {texts.prepare}
    </Button>
  );

  return (
    <ContentLayout
      header={
        <Header variant="h1" description={texts.description} actions={prepare}>
          {texts.title}
        </Header>
      }
    >
      <title>{messages.app.title(texts.title)}</title>
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
    </ContentLayout>
  );
}

const onFirst = (left: ScenarioSummary, right: ScenarioSummary) => Number(right.on !== null) - Number(left.on !== null);
