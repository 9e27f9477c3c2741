import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import TimeInput from '@cloudscape-design/components/time-input';

interface DayAndTimeProps {
  /** As `2026-12-24T17:00`; what is not typed yet is left out: `2026-12-24T`, `T17:00`, or empty. */
  value: string;
  onChange: (value: string) => void;
  dayLabel: string;
  timeLabel: string;
  hint: string;
  problem: string | undefined;
}

/** A day from a calendar, and a time beside it. */
export function DayAndTime({ value, onChange, dayLabel, timeLabel, hint, problem }: DayAndTimeProps) {
  const [day = '', time = ''] = value.split('T');
  const change = (nextDay: string, nextTime: string) => onChange(nextDay + nextTime === '' ? '' : `${nextDay}T${nextTime}`);
  return (
    <div className="until-fields">
      <FormField label={dayLabel} errorText={problem} stretch>
        <DatePicker value={day} format="iso" expandToViewport onChange={({ detail }) => change(detail.value, time)} />
      </FormField>
      <FormField label={timeLabel} constraintText={hint} stretch>
        <TimeInput
          value={time}
          format="hh:mm"
          placeholder="hh:mm"
          invalid={problem !== undefined}
          onChange={({ detail }) => change(day, detail.value)}
        />
      </FormField>
    </div>
  );
}
