import { useQuery } from '@tanstack/react-query';
import { scenarioPreview, type ScenarioRun } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { Loaded } from '../../common/loaded';
import { TimeAgo } from '../../common/time-ago';
import { zoneOrUtc } from '../../common/time-zones';
import { emergencyMessages as texts } from '../../messages/emergency';
import { PlainButton } from '../../plain/button';
import { Panel, Stack } from '../../plain/layout';
import { Notice } from '../../plain/notice';
import { endText } from '../../common/end-text';
import { hoursAfter } from '../../common/ends';
import { ScenarioEffects } from './scenario-effects';
import { scenarioName } from '../../common/scenario-name';
import { isNearEnd, minutesLeft } from './time-left';
import type { Switching } from './use-switching';

interface ScenarioRunningProps {
  id: string;
  run: ScenarioRun;
  now: Date;
  switching: Switching;
}

/** A scenario that is on: until when, what callers get, and the ways to end it and to go on. */
export function ScenarioRunning({ id, run, now, switching }: ScenarioRunningProps) {
  const preview = useQuery(scenarioPreview(id));
  const mayActivate = useMay()('activate', id, 'scenarios');
  const until = endText(run.until, run.timeZone, now);
  const near = isNearEnd(run, now);

  return (
    <Stack>
      <Notice type={near ? 'error' : 'warning'} header={near ? texts.still(scenarioName(id)) : texts.on(until)}>
        <div aria-live="polite">{near ? texts.stillEnds(until, minutesLeft(run, now)) : texts.endsIn(minutesLeft(run, now))}</div>
        <div>
          <TimeAgo at={run.from} /> {texts.onBy(run.by)}
          {run.comment && <>: “{run.comment}”</>}
        </div>
      </Notice>
      {mayActivate && (
        <div className="scenario-buttons">
          <PlainButton
            primary
            wide
            working={switching.pending === 'off'}
            workingText={texts.reopening}
            onClick={() => switching.turnOff(run)}
          >
            {texts.reopen}
          </PlainButton>
          <PlainButton
            wide
            working={switching.pending === 'extend'}
            onClick={() => switching.extend(hoursAfter(1, new Date(run.until)), zoneOrUtc(run.timeZone))}
          >
            {texts.extend}
          </PlainButton>
        </div>
      )}
      <Loaded query={preview} loading={texts.effectLoading} failed={texts.effectFailed}>
        {(found) => (
          <Panel heading={texts.effect}>
            <ScenarioEffects effects={found.configs} onlyAfter />
          </Panel>
        )}
      </Loaded>
    </Stack>
  );
}
