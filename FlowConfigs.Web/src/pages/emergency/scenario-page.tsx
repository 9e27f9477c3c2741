import './emergency.css';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import { ApiProblem } from '../../api/api-problem';
import { idOf } from '../../api/configs';
import { useScenario } from '../../api/scenarios';
import { Loaded } from '../../common/loaded';
import { NotFoundPage } from '../../common/not-found-page';
import { messages } from '../../messages';
import { emergencyMessages as texts } from '../../messages/emergency';
import { ScenarioHeader } from './scenario-header';
import { ScenarioRunning } from './scenario-running';
import { ScenarioStart } from './scenario-start';
import { SwitchOutcome } from './switch-outcome';
import { scenarioName } from '../../common/scenario-name';
import { useNow } from '../../common/use-now';
import { useSwitching } from './use-switching';

/** One scenario: a second look before it is switched on, and what it does while it is. */
export function ScenarioPage() {
  const { token = '' } = useParams();
  const id = idOf(token);
  const scenario = useScenario(id);
  const switching = useSwitching(id);
  const now = useNow();
  const outcome = useRef<HTMLOutputElement>(null);
  const { pending } = switching;
  useEffect(() => {
    if (pending) {
      // What comes of it is said at the top; the button that had the focus goes.
      window.scrollTo({ top: 0 });
      outcome.current?.focus();
    }
  }, [pending]);

  if (scenario.error instanceof ApiProblem && scenario.error.status === 404) {
    return <NotFoundPage title={texts.notFound(id)} detail={texts.notFoundDetail} />;
  }
  return (
    <Loaded query={scenario} loading={texts.loading} failed={texts.failed}>
      {(found) => {
        const on = found.on && new Date(found.on.until) > now ? found.on : null;
        return (
          <>
            <title>{messages.app.title(scenarioName(id))}</title>
            <ScenarioHeader scenario={found} isOn={on !== null} />
            <SwitchOutcome ref={outcome} id={id} switching={switching} />
            {on ? (
              <ScenarioRunning id={id} run={on} now={now} switching={switching} />
            ) : (
              <ScenarioStart id={id} now={now} switching={switching} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
