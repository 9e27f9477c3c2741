import './date-time-field.css';

interface DateTimeFieldProps {
  id: string;
  /** As `2026-12-24T17:00`, by the clock of whatever time zone is meant. */
  value: string;
  onChange: (value: string) => void;
  min?: string;
  invalid?: boolean;
  describedBy?: string;
  label?: string;
}

/** The browser's own field, which on a phone brings the phone's own pickers. */
export function DateTimeField({ id, value, onChange, min, invalid = false, describedBy, label }: DateTimeFieldProps) {
  return (
    <input
      id={id}
      className="date-time-field"
      type="datetime-local"
      value={value}
      min={min}
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
