import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';

interface TextValueProps {
  value: string;
  readOnly?: boolean;
  invalid?: boolean;
  ariaLabelledby?: string;
  onChange: (value: string) => void;
}

/** One line, or several where the value has line breaks: a field of one line drops them, and the next save would write the value without. */
export function TextValue({ value, onChange, ...rest }: TextValueProps) {
  const props = { ...rest, value, onChange: ({ detail }: { detail: { value: string } }) => onChange(detail.value) };
  return /[\n\r]/.test(value) ? <Textarea {...props} /> : <Input {...props} />;
}
