import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { scenarioPreview, type ScenarioRun } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { Loaded } from '../../common/loaded';
import { TimeAgo } from '../../common/time-ago';
import { emergencyMessages as texts } from '../../messages/emergency';
import { endText } from './end-text';
import { hoursAfter } from './ends';
import { ScenarioEffects } from './scenario-effects';
import { scenarioName } from './scenario-name';
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
    <SpaceBetween size="l">
      <Alert type={near ? 'error' : 'warning'} header={near ? texts.still(scenarioName(id)) : texts.on(until)}>
        <div aria-live="polite">{near ? texts.stillEnds(until, minutesLeft(run, now)) : texts.endsIn(minutesLeft(run, now))}</div>
        <Box color="inherit">
          <TimeAgo at={run.from} /> {texts.onBy(run.by)}
          {run.comment && <>: “{run.comment}”</>}
        </Box>
      </Alert>
      {mayActivate && (
        <div className="scenario-buttons">
          <Button
            variant="primary"
            fullWidth
            loading={switching.pending === 'off'}
            loadingText={texts.reopening}
            onClick={switching.turnOff}
          >
            {texts.reopen}
          </Button>
          <Button
            fullWidth
            loading={switching.pending === 'extend'}
            onClick={() => switching.extend(hoursAfter(1, new Date(run.until)), run.timeZone)}
          >
            {texts.extend}
          </Button>
        </div>
      )}
      <Loaded query={preview} loading={texts.effectLoading} failed={texts.effectFailed}>
        {(found) => (
          <Container header={<Header variant="h2">{texts.effect}</Header>}>
            <ScenarioEffects effects={found.configs} onlyAfter />
          </Container>
        )}
      </Loaded>
    </SpaceBetween>
  );
}
