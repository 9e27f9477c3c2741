import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { Override, Texts } from '../../api/types';
import { languageName } from '../../common/language-name';
import { ValueField } from '../../common/value-field';
import { emergencyMessages } from '../../messages/emergency';
import type { EditableKey } from './editable-keys';
import type { Said } from './said';

const texts = emergencyMessages.editor;

interface ScenarioValueProps {
  name: string;
  /** Undefined when the config has no such key any more. */
  editable: EditableKey | undefined;
  value: Override;
  path: string;
  problems: Said;
  warnings: Said;
  onChange: (value: Override) => void;
}

export function ScenarioValue({ editable, value, onChange, ...rest }: ScenarioValueProps) {
  if (value.texts) {
    return <PromptValue {...rest} texts={value.texts} onChange={(next) => onChange({ texts: next })} />;
  }
  const { name, path, problems } = rest;
  const variable = editable?.definition.kind === 'variable' ? editable.definition.variable : undefined;
  return (
    <FormField label={name} description={variable?.description} errorText={problems.within(path)} stretch>
      <ValueField variable={variable} value={value.value ?? ''} onChange={(next) => onChange({ value: next })} />
    </FormField>
  );
}

interface PromptValueProps {
  name: string;
  path: string;
  texts: Texts;
  problems: Said;
  warnings: Said;
  onChange: (texts: Texts) => void;
}

function PromptValue({ name, path, texts: given, problems, warnings, onChange }: PromptValueProps) {
  const saidAt = (rest: string) => {
    const [errorText, warningText] = [problems.at(`${path}.texts.${rest}`), warnings.at(`${path}.texts.${rest}`)];
    return errorText === undefined ? { warningText } : { errorText };
  };
  return (
    <FormField label={name} errorText={problems.within(path)} stretch>
      <SpaceBetween size="s">
        {Object.entries(given).map(([language, text]) => (
          <SpaceBetween key={language} size="xs">
            <FormField label={texts.voice(languageName(language))} {...saidAt(`${language}.voice`)} stretch>
              <Textarea
                rows={2}
                value={text.voice}
                onChange={({ detail }) => onChange({ ...given, [language]: { ...text, voice: detail.value } })}
              />
            </FormField>
            <FormField label={texts.chat(languageName(language))} {...saidAt(`${language}.chat`)} stretch>
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
