import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import Toggle from '@cloudscape-design/components/toggle';
import type { Variable } from '../../api/types';
import { TextValue } from '../../common/text-value';
import { valueText } from './value-text';
import { useDesignerView } from '../../common/designer-view';
import { optionsOf } from '../../common/value-field';

interface ValueInputProps {
  variable: Variable;
  value: string;
  readOnly: boolean;
  invalid: boolean;
  labelledBy: string;
  onChange: (value: string) => void;
}

export function ValueInput({ variable, value, readOnly, invalid, labelledBy, onChange }: ValueInputProps) {
  const [isDesigner] = useDesignerView();
  switch (variable.kind) {
    case 'boolean':
      return (
        <div className="value-switch">
          <Toggle
            checked={value === 'true'}
            readOnly={readOnly}
            ariaLabelledby={labelledBy}
            nativeInputAttributes={{ role: 'switch' }}
            onChange={({ detail }) => onChange(String(detail.checked))}
          >
            {/* For the eye only: a switch says by itself whether it is on, and its name is the variable's. */}
            <span aria-hidden>{valueText(variable, value)}</span>
          </Toggle>
        </div>
      );
    case 'select':
      return (
        <Select
          selectedOption={{ value, label: valueText(variable, value) }}
          options={optionsOf(variable, isDesigner)}
          readOnly={readOnly}
          invalid={invalid}
          ariaLabelledby={labelledBy}
          onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
        />
      );
    case 'text':
      return <TextValue value={value} readOnly={readOnly} invalid={invalid} ariaLabelledby={labelledBy} onChange={onChange} />;
    case 'number':
      return (
        <Input
          value={value}
          // Not type="number": that drops what it cannot read, and the typing would be lost.
          inputMode="decimal"
          readOnly={readOnly}
          invalid={invalid}
          ariaLabelledby={labelledBy}
          onChange={({ detail }) => onChange(detail.value)}
        />
      );
  }
}
