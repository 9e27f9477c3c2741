import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useSettings } from '../../api/settings';
import type { Prompt } from '../../api/types';
import { languageName } from '../../common/language-name';
import { configMessages } from '../../messages/config';
import { definingMessages } from '../../messages/defining';
import { CommonFields, DefinitionDialog, DisplayNameField, nameProblem } from './definition-dialog';
import { definitionPath, promptField } from './definitions';
import { useEditorState } from './editor-context';
import { promptPath, textPath } from './values';

const { define } = definingMessages;
const blank: Prompt = { name: '', displayName: null, key: '', description: '', section: null, locked: false, texts: {} };

/** Defines a prompt and the languages that it has; its texts are written on the page. */
export function PromptDialog({ prompt, taken, onClose }: { prompt?: Prompt; taken: string[]; onClose: () => void }) {
  const { edit, config } = useEditorState();
  const settings = useSettings();
  const [draft, setDraft] = useState(prompt ?? blank);
  const before = Object.keys(prompt?.texts ?? {});
  const [languages, setLanguages] = useState(prompt ? before : [config.defaultLanguage ?? config.inherited.defaultLanguage ?? 'en-US']);
  const [asked, setAsked] = useState(false);
  const isNew = prompt === undefined;
  const problem = isNew ? nameProblem(draft.name, taken) : undefined;
  const none = languages.length === 0;
  const offered = [...new Set([...before, ...(settings.data?.languages ?? []).map(({ tag }) => tag), ...languages])];

  function confirm() {
    setAsked(true);
    if (problem || none) {
      return;
    }
    const texts = promptPath(draft.name);
    const added = languages.filter((tag) => !before.includes(tag));
    const removed = before.filter((tag) => !languages.includes(tag));
    edit([
      { path: definitionPath('prompts', draft.name), after: promptField(draft) },
      ...added.flatMap((tag) => [
        { path: textPath(texts, tag, 'voice'), after: '' },
        { path: textPath(texts, tag, 'chat'), after: '' },
      ]),
      ...removed.flatMap((tag) => [
        { path: textPath(texts, tag, 'voice'), after: undefined },
        { path: textPath(texts, tag, 'chat'), after: undefined },
      ]),
    ]);
    onClose();
  }

  return (
    <DefinitionDialog title={isNew ? define.addPrompt : define.editOf(prompt.displayName ?? prompt.name)} onConfirm={confirm} onClose={onClose}>
      <SpaceBetween size="m">
        {isNew && (
          <FormField label={define.name} constraintText={define.nameHint} errorText={asked ? problem : undefined} stretch>
            <Input value={draft.name} onChange={({ detail }) => setDraft({ ...draft, name: detail.value.trim() })} />
          </FormField>
        )}
        <DisplayNameField
          value={draft.displayName}
          hint={define.displayNameHint}
          onChange={(displayName) => setDraft({ ...draft, displayName: displayName || null })}
        />
        <FormField label={configMessages.description} stretch>
          <Textarea
            rows={2}
            value={draft.description}
            onChange={({ detail }) => setDraft({ ...draft, description: detail.value })}
          />
        </FormField>
        <FormField label={define.languages} errorText={asked && none ? define.noLanguage : undefined}>
          {offered.map((tag) => (
            <Checkbox
              key={tag}
              checked={languages.includes(tag)}
              onChange={({ detail }) =>
                setLanguages(detail.checked ? [...languages, tag] : languages.filter((other) => other !== tag))}
            >
              {languageName(tag)}
            </Checkbox>
          ))}
        </FormField>
        <CommonFields value={draft} onChange={(common) => setDraft({ ...draft, ...common })} />
      </SpaceBetween>
    </DefinitionDialog>
  );
}
