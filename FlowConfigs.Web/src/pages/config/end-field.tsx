import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Config } from '../../api/types';
import { endChoices, endOptions } from '../../common/ends';
import { ownTimeZone, timeZones, unknownOwnZone, zoneName } from '../../common/time-zones';
import { useNow } from '../../common/use-now';
import { messages } from '../../messages';
import { configMessages } from '../../messages/config';
import { DayAndTime } from './day-and-time';
import type { Until } from './plan';
import { useOpening } from './use-opening';

const { review } = configMessages;
const zoneOptions = timeZones.map((value) => ({ value, label: zoneName(value) }));

interface EndFieldProps {
  config: Config;
  value: Until;
  onChange: (value: Until) => void;
  problem: string | undefined;
  label?: string;
}

/** One field for an end: the ends that are wanted most, and a calendar for any other. */
export function EndField({ config, value, onChange, problem, label = review.untilTime }: EndFieldProps) {
  const now = useNow();
  const { kind, until, timeZone } = value;
  const opening = useOpening(config.id, timeZone, now);
  const options = endOptions(endChoices(now, timeZone, opening), timeZone, now);
  const isOwn = kind === 'own';
  const zoneHint = unknownOwnZone && timeZone === ownTimeZone
    ? messages.time.ownUnknown(unknownOwnZone)
    : messages.ends.zone(zoneName(timeZone));

  function choose(chosen: string | undefined) {
    const end = endChoices(new Date(), timeZone, opening).find((choice) => choice.kind === chosen);
    onChange({ timeZone, kind: end?.kind ?? 'own', until: end?.until ?? '' });
  }

  return (
    <SpaceBetween size="s">
      <FormField label={label} constraintText={zoneHint} errorText={isOwn ? undefined : problem} stretch>
        <Select
          selectedOption={options.find((option) => option.value === kind) ?? null}
          options={options}
          placeholder={review.untilPlaceholder}
          expandToViewport
          onChange={({ detail }) => choose(detail.selectedOption.value)}
        />
      </FormField>
      {isOwn && (
        <>
          <DayAndTime
            value={until}
            onChange={(own) => onChange({ ...value, until: own })}
            dayLabel={review.untilDay}
            timeLabel={review.untilClock}
            hint={review.clockHint}
            problem={problem}
          />
          <FormField label={messages.ends.timeZone} stretch>
            <Select
              selectedOption={{ value: timeZone, label: zoneName(timeZone) }}
              options={zoneOptions}
              filteringType="auto"
              virtualScroll
              expandToViewport
              onChange={({ detail }) => onChange({ ...value, timeZone: detail.selectedOption.value ?? timeZone })}
            />
          </FormField>
        </>
      )}
    </SpaceBetween>
  );
}
