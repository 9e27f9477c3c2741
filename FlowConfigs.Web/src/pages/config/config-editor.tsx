import './config.css';
import ContentLayout from '@cloudscape-design/components/content-layout';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Config } from '../../api/types';
import { useMay } from '../../auth/may';
import { messages } from '../../messages';
import { DraftOffer } from '../../common/draft-offer';
import { UnsavedGuard } from '../../common/unsaved-guard';
import { CallersSection } from './callers-section';
import { ConfigHeader } from './config-header';
import { ConflictAlert } from './conflict-alert';
import { EditorContext } from './editor-context';
import { subjectOf } from './paths';
import { promptRows, variableRows } from './rows';
import { PromptsSection } from './prompts-section';
import { ReadOnlyNote } from './read-only-note';
import { SaveBar } from './save-bar';
import { SaveProblemAlert } from './save-problem-alert';
import { SizesSection } from './sizes-section';
import { TimedChanges } from './timed-changes';
import { useConfigDrafts } from './use-config-drafts';
import { useEditor } from './use-editor';
import { useLivePreview } from './use-live-preview';
import { useLiveValues } from './use-live-values';
import { useSaving } from './use-saving';
import { descriptionPath, displayNamePath, valuesOf } from './values';
import { VariablesSection } from './variables-section';

export function ConfigEditor({ config }: { config: Config }) {
  const editor = useEditor(config);
  const drafts = useConfigDrafts(editor);
  const saving = useSaving(editor);
  const preview = useLivePreview(editor);
  const variables = variableRows(editor.base, editor.values);
  const prompts = promptRows(editor.base, editor.values);
  // A list of translations leads here with a text in the address.
  const [asked] = useSearchParams();
  const languages = [...new Set(prompts.flatMap((row) => Object.keys(row.texts)))];
  const [language, setLanguage] = useState(
    asked.get('language') ?? config.defaultLanguage ?? config.inherited.defaultLanguage ?? languages[0] ?? '',
  );

  const live = useLiveValues(editor.base, language);
  const displayName = editor.values[displayNamePath] ?? '';
  const description = editor.values[descriptionPath] ?? '';
  const edited = new Set(editor.changes.map(({ path }) => subjectOf(path).path));
  const mayEdit = useMay()('editValues', config.id);
  const context = {
    mayEdit,
    config: editor.base,
    values: editor.values,
    live,
    isEdited: (path: string) => edited.has(subjectOf(path).path),
    adopt: (saved: Config) => editor.accept(saved, valuesOf(editor.base)),
    edit: (changes: Parameters<typeof editor.edit>[0]) => {
      saving.forget(changes.map(({ path }) => path));
      editor.edit(changes);
    },
    problemAt: (path: string) => {
      const found = [...(saving.failure?.problems ?? []), ...preview.problems].filter((problem) => problem.path === path);
      return found.length > 0 ? [...new Set(found.map(({ message }) => message))].join(' ') : undefined;
    },
    warningAt: (path: string) => preview.warnings.find((warning) => warning.path === path)?.message,
    language,
    setLanguage,
  };

  return (
    <EditorContext value={context}>
      <title>{messages.app.title(displayName || config.id)}</title>
      <ContentLayout
        header={
          <ConfigHeader config={editor.base} displayName={displayName} description={description} unsaved={editor.changeCount > 0} />
        }
      >
        <SpaceBetween size="l">
          {!mayEdit && <ReadOnlyNote />}
          {mayEdit && drafts.offered && (
            <DraftOffer
              draft={drafts.offered}
              changes={drafts.count}
              current={config.version}
              onRestore={drafts.restore}
              onDiscard={drafts.drop}
            />
          )}
          {editor.conflict && <ConflictAlert editor={editor} theirs={editor.conflict} askedAt={saving.failedAt} />}
          {saving.failure && !editor.conflict && <SaveProblemAlert failure={saving.failure} askedAt={saving.failedAt} />}
          <TimedChanges config={editor.base} mayEdit={mayEdit && editor.conflict === null} />
          <VariablesSection rows={variables} />
          <PromptsSection rows={prompts} />
          <CallersSection editor={editor} />
          <SizesSection sizes={preview.sizes} live={editor.changeCount > 0} />
        </SpaceBetween>
      </ContentLayout>
      {mayEdit && <SaveBar editor={editor} saving={saving} />}
      <UnsavedGuard changes={editor.changeCount} kept />
    </EditorContext>
  );
}
