import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type ScenarioPreview, scenarioPreview } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { Loaded } from '../../common/loaded';
import { ownTimeZone } from '../../common/time-zones';
import { useOnline } from '../../common/use-online';
import { messages } from '../../messages';
import { emergencyMessages as texts } from '../../messages/emergency';
import { PlainButton } from '../../plain/button';
import { Field } from '../../plain/fields';
import { Panel, Stack } from '../../plain/layout';
import { Notice } from '../../plain/notice';
import { EndChoice } from './end-choice';
import { endText } from '../../common/end-text';
import { endChoices, type End } from '../../common/ends';
import { ScenarioEffects } from './scenario-effects';
import type { Switching } from './use-switching';
import { useShownName } from '../../common/shown-name';

/** The second look: when it ends and what callers will get, with the switch under the thumb. */
export function ScenarioStart({ id, now, switching }: { id: string; now: Date; switching: Switching }) {
  const preview = useQuery(scenarioPreview(id));
  const online = useOnline();
  const mayActivate = useMay()('activate', id, 'scenarios');
  const [timeZone, setTimeZone] = useState(ownTimeZone);
  // An hour is chosen at first: whoever is in a hurry has a sensible end, and the switch names it.
  const [end, setEnd] = useState<End | null>(() => endChoices(new Date(), ownTimeZone)[0] ?? null);
  const whyId = useId();
  const [comment, setComment] = useState('');

  return (
    <div className="scenario-start">
      <Stack>
        {!mayActivate && <Notice header={texts.mayNot}>{texts.mayNotDetail}</Notice>}
        <Loaded query={preview} loading={texts.effectLoading} failed={texts.effectFailed}>
          {(found) => (
            <Stack>
              {!found.possible && <Problems preview={found} />}
              <Panel heading={texts.effect}>
                <ScenarioEffects effects={found.configs} />
              </Panel>
            </Stack>
          )}
        </Loaded>
        {mayActivate && <EndChoice now={now} end={end} timeZone={timeZone} onEnd={setEnd} onTimeZone={setTimeZone} />}
        {mayActivate && (
          <Field label={texts.why} id={whyId}>
            <input id={whyId} value={comment} onChange={({ target }) => setComment(target.value)} />
          </Field>
        )}
      </Stack>
      {mayActivate && (
        <div className="scenario-switch">
          <PlainButton
            primary
            wide
            disabled={!online || !end || !preview.data?.possible}
            working={switching.pending === 'on'}
            workingText={texts.turningOn}
            onClick={() => end && preview.data && switching.turnOn(preview.data, { until: end.until, timeZone }, comment)}
          >
            {online ? (end ? texts.turnOn(endText(end.at, timeZone, now)) : texts.choose) : messages.app.offlineShort}
          </PlainButton>
        </div>
      )}
    </div>
  );
}

function Problems({ preview }: { preview: ScenarioPreview }) {
  const shown = useShownName();
  const problems = preview.configs.flatMap(({ config, displayName, keys, problems: found }) =>
    found.map(({ path, message }) => {
      const effect = keys.find(({ key }) => path === key || path.startsWith(`${key}.`));
      const about = effect ? shown(effect.key, effect.displayName) + path.slice(effect.key.length) : path;
      return { about: [shown(config, displayName), about].filter((part) => part !== '').join(', '), message };
    }));
  return (
    <Notice type="error" header={texts.impossible}>
      <ul className="scenario-problems">
        {problems.map(({ about, message }) => (
          <li key={about + message}>
            {about}: {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
