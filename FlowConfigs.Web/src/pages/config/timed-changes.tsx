import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Config } from '../../api/types';
import { useNow } from '../../common/use-now';
import { configMessages } from '../../messages/config';
import { ScenarioItem, TimedChangeItem } from './timed-change-item';

const { times } = configMessages;

/** What holds for a time only, or will: timed changes and scenarios that have not ended. */
export function TimedChanges({ config, mayEdit }: { config: Config; mayEdit: boolean }) {
  const now = useNow();
  const changes = config.changes.filter(({ until }) => new Date(until) > now);
  const scenarios = config.scenarios.filter(({ until }) => new Date(until) > now);
  if (changes.length + scenarios.length === 0) {
    return null;
  }
  return (
    <section aria-label={times.title}>
      <Container header={<Header variant="h2" description={times.description}>{times.title}</Header>}>
        <ul className="variables">
          {scenarios.map((scenario) => <ScenarioItem key={scenario.id} config={config} scenario={scenario} />)}
          {changes.map((change) => (
            <TimedChangeItem key={change.id} config={config} change={change} now={now} mayEdit={mayEdit} />
          ))}
        </ul>
      </Container>
    </section>
  );
}
