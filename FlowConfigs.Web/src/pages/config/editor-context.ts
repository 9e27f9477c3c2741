import { createContext, use } from 'react';
import type { Config, ResolvedValue } from '../../api/types';
import type { Change, Values } from './values';

interface EditorState {
  /** What the edits were made from. */
  config: Config;
  values: Values;
  /** What callers get right now. */
  live: readonly ResolvedValue[];
  /** Takes over a version that was saved from here without the edits, which stay. */
  adopt(saved: Config): void;
  /** Whether the person may change values of this config. */
  mayEdit: boolean;
  /** Whether something of what a path is about differs from what is saved. */
  isEdited(path: string): boolean;
  edit(changes: readonly Pick<Change, 'path' | 'after'>[]): void;
  /** What the server said about the value at this path. */
  problemAt(path: string): string | undefined;
  /** What callers may hear or read wrong of the text at this path; it stops no save. */
  warningAt(path: string): string | undefined;
  /** The language chosen last; every prompt that has it shows it. */
  language: string;
  setLanguage(language: string): void;
}

export const EditorContext = createContext<EditorState | null>(null);

export function useEditorState(): EditorState {
  const state = use(EditorContext);
  if (!state) {
    throw new Error('useEditorState needs an EditorContext around it.');
  }
  return state;
}
