import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { Variable } from '../../api/types';
import { own } from '../../common/own';
import { definingMessages } from '../../messages/defining';
import { type ConstraintTexts, optionsIn } from './constraint-texts';

const { define } = definingMessages;

interface ConstraintFieldsProps {
  kind: Variable['kind'];
  limits: ConstraintTexts;
  onChange: (limits: ConstraintTexts) => void;
}

/** The limits that fit the kind. */
export function ConstraintFields({ kind, limits, onChange }: ConstraintFieldsProps) {
  const field = (limit: Exclude<keyof ConstraintTexts, 'optionNames'>, inputMode: InputProps.InputMode = 'text') => (
    <FormField label={define[limit]} constraintText={define.hints[limit]} stretch>
      <Input value={limits[limit]} inputMode={inputMode} onChange={({ detail }) => onChange({ ...limits, [limit]: detail.value })} />
    </FormField>
  );
  switch (kind) {
    case 'boolean':
      return null;
    case 'number':
      return <div className="until-fields">{field('min', 'decimal')}{field('max', 'decimal')}</div>;
    case 'text':
      return <div className="until-fields">{field('maxLength', 'numeric')}{field('pattern')}</div>;
    case 'select':
      return (
        <SpaceBetween size="m">
          <FormField label={define.options} constraintText={define.hints.options} stretch>
            <Textarea value={limits.options} rows={4} onChange={({ detail }) => onChange({ ...limits, options: detail.value })} />
          </FormField>
          {[...new Set(optionsIn(limits.options))].map((option) => (
            <FormField key={option} label={define.optionName(option)} stretch>
              <Input
                value={own(limits.optionNames, option) ?? ''}
                onChange={({ detail }) => onChange({ ...limits, optionNames: { ...limits.optionNames, [option]: detail.value } })}
              />
            </FormField>
          ))}
        </SpaceBetween>
      );
  }
}
