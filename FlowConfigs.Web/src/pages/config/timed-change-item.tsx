import Alert from '@cloudscape-design/components/alert';
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useChangeAgain, useChangeOfTime } from '../../api/configs';
import type { ActiveScenario, Config, Override, TimedChange } from '../../api/types';
import { formatInZone } from '../../common/format-in-zone';
import { languageName } from '../../common/language-name';
import { useNotifications } from '../../common/notifications';
import { ownTimeZone } from '../../common/time-zones';
import { configMessages } from '../../messages/config';
import { useEditorState } from './editor-context';
import { EndDialog } from './end-dialog';
import { endOf, type Until } from './plan';
import { overridePath } from './values';
import { textAt } from './value-text';
import { useLabels } from '../../common/labels';

const { times } = configMessages;

export function ScenarioItem({ config, scenario }: { config: Config; scenario: ActiveScenario }) {
  return (
    <li className="timed-change">
      <div>
        <SpaceBetween direction="horizontal" size="xs">
          <b>{times.scenario(scenario.id)}</b>
          <Badge color="red">{times.now}</Badge>
        </SpaceBetween>
        <Given config={config} values={scenario.values} />
        <Box color="text-body-secondary">{times.until(formatInZone(scenario.until, ownTimeZone))}. {times.scenarioNote}</Box>
      </div>
    </li>
  );
}

interface TimedChangeItemProps {
  config: Config;
  change: TimedChange;
  now: Date;
  mayEdit: boolean;
}

export function TimedChangeItem({ config, change, now, mayEdit }: TimedChangeItemProps) {
  const { id, from, until, timeZone, note, values } = change;
  const { adopt } = useEditorState();
  const { show } = useNotifications();
  const mutation = useChangeOfTime(config.id);
  const again = useChangeAgain(config.id);
  const [moving, setMoving] = useState(false);
  // Whatever this browser's clock says: what began before the last save has begun.
  const holds = new Date(from) <= now || from <= config.saved.at;
  const labels = useLabels(config);
  const keys = Object.keys(values).map((key) => labels(undefined, key)).join(', ');
  const name = config.displayName ?? config.id;

  function end() {
    mutation.mutate({ change: id, basedOn: config.version, body: null }, {
      onSuccess: (saved) => {
        adopt(saved);
        const undo = async () => {
          adopt(await again(change, saved.version));
          return times.undone(name);
        };
        show({ type: 'success', text: holds ? times.ended(name) : times.cancelled(name), undo });
      },
    });
  }

  function move(next: Until) {
    const body = { id, from, note: note ?? null, values, until: next.until, timeZone: next.timeZone };
    mutation.mutate({ change: id, basedOn: config.version, body }, {
      onSuccess: (saved) => {
        adopt(saved);
        show({ type: 'success', text: times.moved(name, formatInZone(endOf(next), next.timeZone)) });
      },
    });
  }

  return (
    <li className="timed-change">
      <div>
        <Badge color={holds ? 'red' : 'grey'}>{holds ? times.now : times.planned}</Badge>
        <Given config={config} values={values} />
        <Box color="text-body-secondary">
          {!holds && `${times.from(formatInZone(from, timeZone))} `}
          {times.until(formatInZone(until, timeZone))}
          {note && `. ${note}`}
        </Box>
        {mutation.isError && <Alert type="error" header={times.failed}>{mutation.error.message}</Alert>}
      </div>
      {mayEdit && (
        <SpaceBetween direction="horizontal" size="xs">
          <Button ariaLabel={times.changeEndOf(keys)} onClick={() => setMoving(true)}>{times.changeEnd}</Button>
          <Button
            ariaLabel={holds ? times.endOf(keys) : times.callOffOf(keys)}
            loading={mutation.isPending}
            onClick={end}
          >
            {holds ? times.end : times.callOff}
          </Button>
        </SpaceBetween>
      )}
      {moving && (
        <EndDialog
          config={config}
          change={change}
          onCancel={() => setMoving(false)}
          onSave={(next) => {
            setMoving(false);
            move(next);
          }}
        />
      )}
    </li>
  );
}

function Given({ config, values }: { config: Config; values: Record<string, Override> }) {
  const labels = useLabels(config);
  return (
    <>
      {Object.entries(values).map(([key, { value, texts }]) => (
        <div key={key} className="wrap-anywhere" translate="no">
          {times.sets(labels(undefined, key), typeof value === 'string'
            ? textAt(config, overridePath(key), value)
            : times.textsOf(Object.keys(texts ?? {}).map(languageName).join(', ')))}
        </div>
      ))}
    </>
  );
}
