import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ScenarioPreview, scenarioPreview } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { Loaded } from '../../common/loaded';
import { ownTimeZone } from '../../common/time-zones';
import { useOnline } from '../../common/use-online';
import { messages } from '../../messages';
import { emergencyMessages as texts } from '../../messages/emergency';
import { EndChoice } from './end-choice';
import { endText } from './end-text';
import { endChoices, type End } from './ends';
import { ScenarioEffects } from './scenario-effects';
import type { Switching } from './use-switching';

/** The second look: when it ends and what callers will get, with the switch under the thumb. */
export function ScenarioStart({ id, now, switching }: { id: string; now: Date; switching: Switching }) {
  const preview = useQuery(scenarioPreview(id));
  const online = useOnline();
  const mayActivate = useMay()('activate', id, 'scenarios');
  const [timeZone, setTimeZone] = useState(ownTimeZone);
  // An hour is chosen at first: whoever is in a hurry has a sensible end, and the switch names it.
  const [end, setEnd] = useState<End | null>(() => endChoices(new Date(), ownTimeZone)[0] ?? null);
  const [comment, setComment] = useState('');

  return (
    <div className="scenario-start">
      <SpaceBetween size="l">
        {!mayActivate && <Alert header={texts.mayNot}>{texts.mayNotDetail}</Alert>}
        <Loaded query={preview} loading={texts.effectLoading} failed={texts.effectFailed}>
          {(found) => (
            <SpaceBetween size="l">
              {!found.possible && <Problems preview={found} />}
              <Container header={<Header variant="h2">{texts.effect}</Header>}>
                <ScenarioEffects effects={found.configs} />
              </Container>
            </SpaceBetween>
          )}
        </Loaded>
        {mayActivate && <EndChoice now={now} end={end} timeZone={timeZone} onEnd={setEnd} onTimeZone={setTimeZone} />}
        {mayActivate && (
          <FormField label={texts.why}>
            <Input value={comment} onChange={({ detail }) => setComment(detail.value)} />
          </FormField>
        )}
      </SpaceBetween>
      {mayActivate && (
        <div className="scenario-switch">
          <Button
            variant="primary"
            fullWidth
            disabled={!online || !end || !preview.data?.possible}
            loading={switching.pending === 'on'}
            loadingText={texts.turningOn}
            onClick={() => end && preview.data && switching.turnOn(preview.data, end, timeZone, comment)}
          >
            {online ? (end ? texts.turnOn(endText(end.at, timeZone, now)) : texts.choose) : messages.app.offlineShort}
          </Button>
        </div>
      )}
    </div>
  );
}

function Problems({ preview }: { preview: ScenarioPreview }) {
  const problems = preview.configs.flatMap(({ config, problems: found }) =>
    found.map(({ path, message }) => ({ about: [config, path].filter((part) => part !== '').join(', '), message })),
  );
  return (
    <Alert type="error" header={texts.impossible}>
      <ul className="scenario-problems">
        {problems.map(({ about, message }) => (
          <li key={about + message}>
            {about}: {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
