import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useSettings } from '../../api/settings';
import { languageName } from '../../common/language-name';
import { configMessages } from '../../messages/config';
import { definingMessages } from '../../messages/defining';
import { DefinitionDialog, DisplayNameField } from './definition-dialog';
import { useEditorState } from './editor-context';
import { defaultLanguagePath, descriptionPath, displayNamePath } from './values';

const { define } = definingMessages;

/** What the config is for, and which language it speaks where the caller's is missing; saved with everything else. */
export function DetailsDialog({ onClose }: { onClose: () => void }) {
  const { edit, values } = useEditorState();
  const settings = useSettings();
  const [displayName, setDisplayName] = useState(values[displayNamePath] ?? '');
  const [description, setDescription] = useState(values[descriptionPath] ?? '');
  const [language, setLanguage] = useState(values[defaultLanguagePath] ?? '');
  const tags = ['', ...new Set([...(settings.data?.languages ?? []).map(({ tag }) => tag), ...(language ? [language] : [])])];
  const options = tags.map((value) => ({ value, label: value ? languageName(value) : define.noDefault }));

  function confirm() {
    edit([
      { path: displayNamePath, after: displayName.trim() },
      { path: descriptionPath, after: description },
      { path: defaultLanguagePath, after: language },
    ]);
    onClose();
  }

  return (
    <DefinitionDialog title={define.details} onConfirm={confirm} onClose={onClose}>
      <SpaceBetween size="m">
        <DisplayNameField value={displayName} hint={define.configNameHint} onChange={setDisplayName} />
        <FormField label={configMessages.description} stretch>
          <Textarea value={description} rows={3} onChange={({ detail }) => setDescription(detail.value)} />
        </FormField>
        <FormField label={configMessages.defaultLanguage} stretch>
          <Select
            selectedOption={options.find(({ value }) => value === language) ?? null}
            options={options}
            expandToViewport
            onChange={({ detail }) => setLanguage(detail.selectedOption.value ?? '')}
          />
        </FormField>
      </SpaceBetween>
    </DefinitionDialog>
  );
}
