import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem';
import { useSaveConfig } from '../../api/configs';
import { previewQuery } from '../../api/preview';
import type { ChangeBody, Config } from '../../api/types';
import { formatInZone } from '../../common/format-in-zone';
import { useNotifications } from '../../common/notifications';
import { configMessages } from '../../messages/config';
import { fromApiPath } from './paths';
import { draftOf, type Period } from './plan';
import type { Editor } from './use-editor';
import { withValues } from './values';
import { zoneOfConfig } from './zone-of-config';

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

const noPeriod = (config: Config): Period => ({ from: '', kind: null, until: '', timeZone: zoneOfConfig(config) });

export type Saving = ReturnType<typeof useSaving>;

export function useSaving(editor: Editor) {
  const { base, values } = editor;
  const { show } = useNotifications();
  const queries = useQueryClient();
  const mutation = useSaveConfig(base.id);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [failedAt, setFailedAt] = useState(0);
  const [review, setReview] = useState<{ forATime: boolean } | null>(null);
  // Here, so that a save that fails, and so closes its dialog, loses neither.
  const [comment, setComment] = useState('');
  const [period, setPeriod] = useState(() => noPeriod(base));

  function fail(message: string, problems: Problem[]) {
    setReview(null);
    setFailedAt(Date.now());
    setFailure({ basedOn: base.version, message, problems });
  }

  const toPath = (path: string) => fromApiPath(path, withValues(base, values));

  /** Shows what a save would do, or what stands in its way. Where neither can be found out, saving goes on without. */
  const asking = useMutation({
    mutationFn: async (forATime: boolean) => {
      setFailure(null);
      const preview = await queries.fetchQuery({ ...previewQuery({ id: base.id, config: draftOf(base, values) }), retry: false })
        .catch(() => null);
      const problems = (preview?.problems ?? []).map(({ path, message }) => ({ path: toPath(path), message }));
      if (problems.length > 0) {
        fail('', problems);
      } else {
        setReview({ forATime });
      }
    },
  });

  function save(change?: ChangeBody) {
    const sent = values;
    mutation.mutate(
      { basedOn: base.version, values: withValues(base, sent), comment: comment.trim() || null, ...(change && { change }) },
      {
        onSuccess: (saved) => {
          setReview(null);
          setComment('');
          setPeriod(noPeriod(saved));
          editor.accept(saved, sent);
          show({ type: 'success', text: saidOf(saved, change) });
        },
        onError: (error) => fail(error.message, problemsOf(error, toPath)),
      },
    );
  }

  /** Edited fields no longer show what was wrong with their old value. */
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
    asking: asking.isPending,
    saving: mutation.isPending,
    failure: failure?.basedOn === base.version ? failure : null,
    /** When the save that failed was asked for; a new value for each failure. */
    failedAt,
    /** The save that is being looked at before it is done. */
    review,
    comment,
    setComment,
    period,
    setPeriod,
    ask: asking.mutate,
    goOn: () => setReview(null),
    save,
    forget,
  };
}

function saidOf(saved: Config, change?: ChangeBody): string {
  const name = saved.displayName ?? saved.id;
  const added = change && saved.changes.at(-1);
  if (!added) {
    return configMessages.save.saved(name, saved.version);
  }
  const until = formatInZone(added.until, added.timeZone);
  return change.from
    ? configMessages.save.savedFrom(name, formatInZone(added.from, added.timeZone), until)
    : configMessages.save.savedUntil(name, until);
}

function problemsOf(error: Error, toPath: (apiPath: string) => string): Problem[] {
  const errors = error instanceof ApiProblem ? error.errors : {};
  return Object.entries(errors).flatMap(([path, sentences]) =>
    sentences.map((message) => ({ path: toPath(path), message })),
  );
}
