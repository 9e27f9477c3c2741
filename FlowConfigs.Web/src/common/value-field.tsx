import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import type { Variable } from '../api/types';
import { emergencyMessages } from '../messages/emergency';
import { TextValue } from './text-value';

const yesOrNo = [
  { value: 'true', label: emergencyMessages.yes },
  { value: 'false', label: emergencyMessages.no },
];

interface ValueFieldProps {
  /** Undefined when no config has the variable any more. */
  variable: Variable | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** A variable's value in a form: chosen where there are choices, typed elsewhere. */
export function ValueField({ variable, value, onChange }: ValueFieldProps) {
  const options = optionsOf(variable);
  if (options) {
    return (
      <Select
        selectedOption={options.find((option) => option.value === value) ?? null}
        options={options}
        expandToViewport
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? value)}
      />
    );
  }
  return variable?.kind === 'number'
    ? <Input value={value} inputMode="decimal" onChange={({ detail }) => onChange(detail.value)} />
    : <TextValue value={value} onChange={onChange} />;
}

function optionsOf(variable: Variable | undefined) {
  switch (variable?.kind) {
    case 'boolean':
      return yesOrNo;
    case 'select':
      return (variable.constraints?.options ?? []).map((option) => ({ value: option, label: option }));
    default:
      return null;
  }
}
