import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useRef } from 'react';
import type { Config } from '../../api/types';
import { languageName } from '../../common/language-name';
import { own } from '../../common/own';
import { configMessages } from '../../messages/config';
import { useEditorState } from './editor-context';
import { HearIt } from './hear-it';
import { PlaceholderChips } from './placeholder-chips';
import { isEditable, type PromptRow } from './rows';
import { typedText } from './typed-text';
import { type Channel, textPath } from './values';

const hints: Record<Channel, string> = { voice: configMessages.voiceHint, chat: configMessages.chatHint };

export function PromptTexts({ row, language }: { row: PromptRow; language: string }) {
  return (
    <div className="prompt-texts" lang={language}>
      <PromptField row={row} language={language} channel="voice" />
      <PromptField row={row} language={language} channel="chat" />
    </div>
  );
}

function PromptField({ row, language, channel }: { row: PromptRow; language: string; channel: Channel }) {
  const { config, edit, mayEdit, problemAt, values, warningAt } = useEditorState();
  const path = textPath(row.path, language, channel);
  const source = sourceOf(config, row);
  const sourceText = source === language ? '' : (own(row.texts, source)?.[channel] ?? '');
  const text = own(row.texts, language)?.[channel] ?? '';
  const problem = problemAt(path);
  const warning = problem === undefined ? warningAt(path) : undefined;
  const readOnly = !mayEdit || !isEditable(row.origin);
  const field = useRef<HTMLDivElement>(null);
  const change = (typed: string) => edit(typedText(config, row.path, language, channel, typed, values));

  return (
    <div ref={field}>
      <FormField
        label={configMessages[channel]}
        // What is to be translated stands above its translation.
        description={sourceText && configMessages.sourceText(languageName(source), sourceText)}
        constraintText={readOnly && channel === 'voice' ? '' : hints[channel]}
        errorText={problem}
        warningText={warning}
        stretch
      >
        <Textarea
          value={text}
          readOnly={readOnly}
          invalid={problem !== undefined}
          warning={warning !== undefined}
          rows={rowsFor(text)}
          spellcheck
          onChange={({ detail }) => change(detail.value)}
        />
      </FormField>
      {!readOnly && <PlaceholderChips sourceText={sourceText} text={text} field={field} onChange={change} />}
      {channel === 'voice' && text.trim() !== '' && <HearIt text={text} language={language} />}
    </div>
  );
}

/** The language from which the others are translated. */
const sourceOf = ({ defaultLanguage, inherited }: Config, { texts }: PromptRow) =>
  [defaultLanguage, inherited.defaultLanguage].find((tag) => tag && Object.hasOwn(texts, tag)) ?? Object.keys(texts)[0] ?? '';

const charactersInRow = 55;
const fewestRows = 3;
const mostRows = 12;

function rowsFor(text: string): number {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersInRow)), 0);
  return Math.min(mostRows, Math.max(fewestRows, rows));
}
