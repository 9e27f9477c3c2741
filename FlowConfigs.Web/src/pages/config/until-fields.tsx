import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useId } from 'react';
import { DateTimeField } from '../../common/date-time-field';
import { clockTime, timeZones, unknownOwnZone } from '../../common/time-zones';
import { messages } from '../../messages';
import { configMessages } from '../../messages/config';
import type { Period, Until } from './plan';

const { review } = configMessages;
const hoursOffered = [1, 2, 4, 24];
const hour = 3_600_000;
const zoneOptions = timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }));

interface UntilFieldsProps {
  value: Until;
  onChange: (value: Until) => void;
  problem: string | undefined;
  label?: string;
}

/** Day, time and time zone of an end, with the ends that are wanted most in an emergency one tap away. */
export function UntilFields({ value, onChange, problem, label = review.untilTime }: UntilFieldsProps) {
  const id = useId();
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="xs">
        {hoursOffered.map((hours) => (
          <Button
            key={hours}
            onClick={() => onChange({ ...value, until: clockTime(new Date(Date.now() + hours * hour), value.timeZone) })}
          >
            {review.inHours(hours)}
          </Button>
        ))}
      </SpaceBetween>
      <div className="until-fields">
        <FormField label={label} controlId={id} errorText={problem}>
          <DateTimeField
            id={id}
            value={value.until}
            invalid={problem !== undefined}
            onChange={(until) => onChange({ ...value, until })}
          />
        </FormField>
        <FormField label={review.timeZone} constraintText={unknownOwnZone && messages.time.ownUnknown(unknownOwnZone)} stretch>
          <Select
            selectedOption={{ value: value.timeZone, label: value.timeZone.replaceAll('_', ' ') }}
            options={zoneOptions}
            filteringType="auto"
            virtualScroll
            expandToViewport
            onChange={({ detail }) => onChange({ ...value, timeZone: detail.selectedOption.value ?? value.timeZone })}
          />
        </FormField>
      </div>
    </SpaceBetween>
  );
}

interface FromFieldProps {
  value: Period;
  onChange: (value: Period) => void;
  problem: string | undefined;
}

/** Day and time of a beginning, on the clock of the time zone of the end. */
export function FromField({ value, onChange, problem }: FromFieldProps) {
  const id = useId();
  return (
    <FormField label={review.fromTime} controlId={id} constraintText={review.fromHint} errorText={problem}>
      <DateTimeField id={id} value={value.from} invalid={problem !== undefined} onChange={(from) => onChange({ ...value, from })} />
    </FormField>
  );
}
