import FormField from '@cloudscape-design/components/form-field';
import type { Variable } from '../../api/types';
import { ValueField } from '../../common/value-field';
import { configsMessages } from '../../messages/configs';
import { constraintHint } from '../config/constraint-hint';

interface BulkValueProps {
  /** As the first of the configs has it. */
  variable: Variable;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}

/** The value that all of them get, with what the config's page says of it. */
export function BulkValue({ variable, value, problem, onChange }: BulkValueProps) {
  return (
    <FormField
      label={configsMessages.bulk.value}
      description={variable.description}
      constraintText={constraintHint(variable.constraints)}
      errorText={problem}
      stretch
    >
      <ValueField variable={variable} value={value} onChange={onChange} />
    </FormField>
  );
}
