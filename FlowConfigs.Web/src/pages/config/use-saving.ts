import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem';
import { useSaveConfig } from '../../api/configs';
import { configMessages } from '../../messages/config';
import { useNotifications } from '../../common/notifications';
import { fromApiPath } from './paths';
import type { Editor } from './use-editor';
import { withValues } from './values';

export interface Problem {
  path: string;
  message: string;
}

export interface SaveFailure {
  /** The version that was to be replaced. */
  basedOn: number;
  message: string;
  problems: Problem[];
}

export interface Saving {
  saving: boolean;
  failure: SaveFailure | null;
  /** When the save that failed was asked for; a new value for each failure. */
  failedAt: number;
  save(comment: string, onSaved: () => void): void;
  /** Edited fields no longer show what was wrong with their old value. */
  forget(paths: string[]): void;
  problemAt(path: string): string | undefined;
}

export function useSaving(editor: Editor): Saving {
  const { show } = useNotifications();
  const mutation = useSaveConfig(editor.base.id);
  const [failure, setFailure] = useState<SaveFailure | null>(null);

  function save(comment: string, onSaved: () => void) {
    const sent = editor.values;
    const values = withValues(editor.base, sent);
    setFailure(null);
    mutation.mutate(
      { basedOn: editor.base.version, values, comment: comment.trim() || null },
      {
        onSuccess: (saved) => {
          editor.accept(saved, sent);
          show({ type: 'success', text: configMessages.save.saved(saved.id, saved.version) });
          onSaved();
        },
        onError: (error) =>
          setFailure({
            basedOn: editor.base.version,
            message: error.message,
            problems: problemsOf(error, (path) => fromApiPath(path, values)),
          }),
      },
    );
  }

  function forget(paths: string[]) {
    setFailure((current) => {
      if (!current || current.problems.length === 0) {
        return current;
      }
      const problems = current.problems.filter(({ path }) => !paths.includes(path));
      return problems.length > 0 ? { ...current, problems } : null;
    });
  }

  return {
    saving: mutation.isPending,
    failure: failure?.basedOn === editor.base.version ? failure : null,
    failedAt: mutation.isError ? mutation.submittedAt : 0,
    save,
    forget,
    problemAt: (path) => {
      const found = failure?.problems.filter((problem) => problem.path === path) ?? [];
      return found.length > 0 ? found.map(({ message }) => message).join(' ') : undefined;
    },
  };
}

function problemsOf(error: Error, toPath: (apiPath: string) => string): Problem[] {
  const errors = error instanceof ApiProblem ? error.errors : {};
  return Object.entries(errors).flatMap(([path, sentences]) =>
    sentences.map((message) => ({ path: toPath(path), message })),
  );
}
