import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { Override, Texts } from '../../api/types';
import { languageName } from '../../common/language-name';
import { emergencyMessages } from '../../messages/emergency';
import type { EditableKey } from './editable-keys';

const texts = emergencyMessages.editor;
const yesOrNo = [
  { value: 'true', label: emergencyMessages.yes },
  { value: 'false', label: emergencyMessages.no },
];

interface ScenarioValueProps {
  name: string;
  /** Undefined when the config has no such key any more. */
  editable: EditableKey | undefined;
  value: Override;
  problem: string | undefined;
  onChange: (value: Override) => void;
}

export function ScenarioValue({ name, editable, value, problem, onChange }: ScenarioValueProps) {
  if (value.texts) {
    return <PromptValue name={name} texts={value.texts} problem={problem} onChange={(next) => onChange({ texts: next })} />;
  }
  const variable = editable?.definition.kind === 'variable' ? editable.definition.variable : undefined;
  const given = value.value ?? '';
  const options =
    variable?.kind === 'boolean'
      ? yesOrNo
      : variable?.kind === 'select'
        ? (variable.constraints?.options ?? []).map((option) => ({ value: option, label: option }))
        : null;
  return (
    <FormField label={name} description={variable?.description} errorText={problem} stretch>
      {options ? (
        <Select
          selectedOption={options.find((option) => option.value === given) ?? null}
          options={options}
          expandToViewport
          onChange={({ detail }) => onChange({ value: detail.selectedOption.value ?? given })}
        />
      ) : (
        <Input
          value={given}
          inputMode={variable?.kind === 'number' ? 'decimal' : 'text'}
          onChange={({ detail }) => onChange({ value: detail.value })}
        />
      )}
    </FormField>
  );
}

interface PromptValueProps {
  name: string;
  texts: Texts;
  problem: string | undefined;
  onChange: (texts: Texts) => void;
}

function PromptValue({ name, texts: given, problem, onChange }: PromptValueProps) {
  return (
    <FormField label={name} errorText={problem} stretch>
      <SpaceBetween size="s">
        {Object.entries(given).map(([language, text]) => (
          <SpaceBetween key={language} size="xs">
            <FormField label={texts.voice(languageName(language))} stretch>
              <Textarea
                rows={2}
                value={text.voice}
                onChange={({ detail }) => onChange({ ...given, [language]: { ...text, voice: detail.value } })}
              />
            </FormField>
            <FormField label={texts.chat(languageName(language))} stretch>
              <Textarea
                rows={2}
                value={text.chat ?? ''}
                onChange={({ detail }) => onChange({ ...given, [language]: { ...text, chat: detail.value || null } })}
              />
            </FormField>
          </SpaceBetween>
        ))}
      </SpaceBetween>
    </FormField>
  );
}
