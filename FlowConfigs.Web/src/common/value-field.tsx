import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import type { Variable } from '../api/types';
import { emergencyMessages } from '../messages/emergency';
import { TextValue } from './text-value';
import { useDesignerView } from './designer-view';
import { own } from './own';

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
  const [isDesigner] = useDesignerView();
  const options = choicesOf(variable, isDesigner);
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

function choicesOf(variable: Variable | undefined, isDesigner: boolean) {
  switch (variable?.kind) {
    case 'boolean':
      return yesOrNo;
    case 'select':
      return optionsOf(variable, isDesigner);
    default:
      return null;
  }
}

/** A select's options by their names; a designer sees beside a name what flows read. */
export const optionsOf = ({ constraints }: Variable, isDesigner: boolean) => (constraints?.options ?? []).map((value) => {
  const name = own(constraints?.optionNames ?? {}, value);
  return { value, label: name ?? value, ...(isDesigner && name !== undefined && { labelTag: value }) };
});
