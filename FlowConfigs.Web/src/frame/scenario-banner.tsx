import './scenario-banner.css';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { pathToScenario, type ScenarioSummary, turnScenarioOn, useForgetScenarios } from '../api/scenarios';
import { useMay } from '../auth/may';
import { useNotifications } from '../common/notifications';
import { zoneOrUtc } from '../common/time-zones';
import { emergencyMessages as texts } from '../messages/emergency';
import { keepLastKnown } from '../offline/last-known';
import { useScenariosOrLastKnown } from '../offline/use-scenarios-or-last-known';
import { endText } from '../common/end-text';
import { hoursAfter } from '../common/ends';
import { scenarioName } from '../common/scenario-name';
import { isNearEnd, minutesLeft } from '../pages/emergency/time-left';
import { useNow } from '../common/use-now';

const most = 2;
const none: ScenarioSummary[] = [];

/** On every page while a scenario is on; it asks whether to go on when the end is near. */
export function ScenarioBanner() {
  const { scenarios: { data = none, isSuccess }, asOf } = useScenariosOrLastKnown();
  const isAnswer = isSuccess && asOf === null;
  useEffect(() => (isAnswer ? keepLastKnown(data) : undefined), [data, isAnswer]);
  const now = useNow();
  const on = data
    .filter((scenario) => scenario.on && new Date(scenario.on.until) > now)
    .toSorted((left, right) => (left.on?.until ?? '').localeCompare(right.on?.until ?? ''));
  if (on.length === 0) {
    return null;
  }
  return (
    <section className="scenario-banner" aria-label={texts.banner}>
      {on.slice(0, most).map((scenario) => (
        <OneOn key={scenario.id} scenario={scenario} now={now} />
      ))}
      {on.length > most && <Link to="/emergency">{texts.bannerMore(on.length - most)}</Link>}
    </section>
  );
}

function OneOn({ scenario: { id, on }, now }: { scenario: ScenarioSummary; now: Date }) {
  const may = useMay();
  const forget = useForgetScenarios();
  const { show } = useNotifications();
  const extension = useMutation({
    mutationFn: (until: Date) =>
      turnScenarioOn(id, { until: until.toISOString(), timeZone: zoneOrUtc(on?.timeZone ?? 'UTC'), comment: null, versions: null }),
    onSuccess: (_, until) => {
      forget();
      show({ type: 'success', text: `${scenarioName(id)}: ${texts.extended(endText(until, on?.timeZone ?? 'UTC', now))}` });
    },
  });
  if (!on) {
    return null;
  }
  const until = endText(on.until, on.timeZone, now);
  const name = scenarioName(id);
  const near = isNearEnd(on, now);
  return (
    <p>
      <Link to={pathToScenario(id)}>{near ? texts.still(name) : texts.bannerOn(name, until)}</Link>
      {near && (
        <>
          <span>{texts.stillEnds(until, minutesLeft(on, now))}</span>
          {may('activate', id, 'scenarios') && (
            <button
              type="button"
              disabled={extension.isPending}
              onClick={() => extension.mutate(hoursAfter(1, new Date(on.until)))}
            >
              {texts.extend}
            </button>
          )}
        </>
      )}
      {extension.isError && <span role="alert">{`${texts.extendFailed}: ${extension.error.message}`}</span>}
    </p>
  );
}
