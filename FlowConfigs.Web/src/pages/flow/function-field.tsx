import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { flowMessages as texts } from '../../messages/flow';
import type { ArnChoice } from './function-arn';

const other = { value: '', label: texts.otherArn };

interface FunctionFieldProps {
  choices: ArnChoice[];
  /** The function of this installation that was chosen; null for another. */
  chosen: ArnChoice | null;
  onChoose: (choice: ArnChoice | null) => void;
  arn: string;
  onArn: (arn: string) => void;
  problem: string | undefined;
}

/** Which function the flow invokes: one of this installation, or another whose ARN somebody types. */
export function FunctionField({ choices, chosen, onChoose, arn, onArn, problem }: FunctionFieldProps) {
  return (
    <SpaceBetween size="s">
      {choices.length > 0 && (
        <FormField label={texts.function} description={texts.functionHint} stretch>
          <Select
            selectedOption={chosen ?? other}
            options={[...choices, other]}
            expandToViewport
            onChange={({ detail }) => onChoose(choices.find(({ value }) => value === detail.selectedOption.value) ?? null)}
          />
        </FormField>
      )}
      {!chosen && (
        <FormField label={texts.arn} description={choices.length === 0 && texts.arnHint} errorText={problem} stretch>
          <Input value={arn} placeholder={texts.arnExample} onChange={({ detail }) => onArn(detail.value)} />
        </FormField>
      )}
    </SpaceBetween>
  );
}
