import { useId, useState } from 'react';
import { DateTimeField } from '../../common/date-time-field';
import { type End, endChoices, type EndKind, endOptions, ownEnd } from '../../common/ends';
import { clockTime, ownTimeZone, timeZones, unknownOwnZone, zoneName } from '../../common/time-zones';
import { messages } from '../../messages';
import { emergencyMessages as texts } from '../../messages/emergency';
import { Field, Tiles } from '../../plain/fields';
import { Panel } from '../../plain/layout';

interface EndChoiceProps {
  now: Date;
  end: End | null;
  timeZone: string;
  onEnd: (end: End | null) => void;
  onTimeZone: (timeZone: string) => void;
}

/** When it ends. Nobody can leave it out; an hour is chosen until somebody chooses something else. */
export function EndChoice({ now, end, timeZone, onEnd, onTimeZone }: EndChoiceProps) {
  const [kind, setKind] = useState<EndKind | null>(end?.kind ?? null);
  const [choices, setChoices] = useState(() => endChoices(new Date(), timeZone));
  const [own, setOwn] = useState('');
  const ownId = useId();
  const zoneId = useId();
  const ownInvalid = !end && own !== '';
  const hint = unknownOwnZone && timeZone === ownTimeZone
    ? messages.time.ownUnknown(unknownOwnZone)
    : texts.endingHint(messages.ends.zone(zoneName(timeZone)));

  function choose(next: EndKind) {
    const fresh = endChoices(new Date(), timeZone);
    setKind(next);
    setChoices(fresh);
    onEnd(next === 'own' ? ownEnd(own, timeZone, new Date()) : (fresh.find((choice) => choice.kind === next) ?? null));
  }

  function chooseOwn(wall: string, zone: string) {
    setOwn(wall);
    onTimeZone(zone);
    setChoices(endChoices(new Date(), zone));
    onEnd(ownEnd(wall, zone, new Date()));
  }

  return (
    <Panel heading={texts.ending} description={hint}>
      <Tiles label={texts.ending} value={kind} onChange={choose} items={endOptions(choices, timeZone, now)} />
      {kind === 'own' && (
        <div className="plain-tiles">
          <Field label={texts.ownLabel} id={ownId} problem={ownInvalid ? texts.ownInvalid : undefined}>
            <DateTimeField
              id={ownId}
              value={own}
              min={clockTime(now, timeZone)}
              invalid={ownInvalid}
              onChange={(wall) => chooseOwn(wall, timeZone)}
            />
          </Field>
          <Field label={messages.ends.timeZone} id={zoneId}>
            <select id={zoneId} value={timeZone} onChange={({ target }) => chooseOwn(own, target.value)}>
              {timeZones.map((zone) => <option key={zone} value={zone}>{zoneName(zone)}</option>)}
            </select>
          </Field>
        </div>
      )}
    </Panel>
  );
}
