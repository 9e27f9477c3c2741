import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { Override, Texts } from '../../api/types';
import { languageName } from '../../common/language-name';
import { ValueField } from '../../common/value-field';
import { emergencyMessages } from '../../messages/emergency';
import type { EditableKey } from './editable-keys';

const texts = emergencyMessages.editor;

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
  return (
    <FormField label={name} description={variable?.description} errorText={problem} stretch>
      <ValueField variable={variable} value={value.value ?? ''} onChange={(next) => onChange({ value: next })} />
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
