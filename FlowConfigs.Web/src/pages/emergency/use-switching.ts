import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  readScenarioPreview, type ScenarioPreview, scenarioPreview, type ScenarioRun, turnScenarioOff, turnScenarioOn, useForgetScenarios,
} from '../../api/scenarios';
import { messages } from '../../messages';
import { expectedFrom, readBack, type ReadBack } from './read-back';

type Until = Pick<ScenarioRun, 'until' | 'timeZone'>;

interface Act {
  what: 'on' | 'off' | 'extend' | 'undo';
  /** When the person asked for it, by performance.now(). */
  tapped: number;
  send: () => Promise<unknown>;
  expected: () => Promise<ReturnType<typeof expectedFrom>>;
}

export interface Switching {
  turnOn(preview: ScenarioPreview, end: Until, comment: string): void;
  turnOff(run: ScenarioRun): void;
  /** Switches on again what was switched off here, until the same end; refused where somebody has saved one of its configs since. */
  undo: (() => void) | null;
  /** Makes a scenario that is on end later. */
  extend(until: Date, timeZone: string): void;
  readAgain(): void;
  pending: Act['what'] | null;
  failed: { what: Act['what']; error: Error } | null;
  reading: boolean;
  /** What getConfig answered after the last switch here, and which way that was. */
  live: { what: Act['what']; result: ReadBack } | null;
  notRead: Error | null;
}

/** Switches a scenario, and reads back from getConfig what callers get. */
export function useSwitching(id: string): Switching {
  const forget = useForgetScenarios();
  const queries = useQueryClient();
  const [ended, setEnded] = useState<{ run: ScenarioRun; preview: ScenarioPreview } | null>(null);
  const reading = useMutation({
    mutationFn: async ({ what, expected, tapped }: Act) => ({ what, result: await readBack(await expected(), tapped) }),
  });
  const acting = useMutation({
    mutationFn: ({ send }: Act) => send(),
    onMutate: () => reading.reset(),
    onSuccess: (_, act) => {
      forget();
      reading.mutate(act);
    },
    // What it was based on may be old.
    onError: () => void queries.invalidateQueries({ queryKey: scenarioPreview(id).queryKey }),
  });
  const begin = (act: Omit<Act, 'tapped'>) => acting.mutate({ ...act, tapped: performance.now() });
  const turnOn = (what: 'on' | 'undo', preview: ScenarioPreview, { until, timeZone }: Until, comment: string) => {
    const seen = preview.configs.flatMap(({ config, version }) => (version === null ? [] : [[config, version] as const]));
    begin({
      what,
      send: () => turnScenarioOn(id, { until, timeZone, comment: comment.trim() || null, versions: Object.fromEntries(seen) }),
      expected: () => Promise.resolve(expectedFrom(preview, 'after')),
    });
  };

  return {
    turnOn: (preview, end, comment) => turnOn('on', preview, end, comment),
    turnOff: (run) => begin({
      what: 'off',
      send: () => turnScenarioOff(id),
      expected: async () => {
        const preview = await readScenarioPreview(id);
        setEnded({ run, preview });
        return expectedFrom(preview, 'before');
      },
    }),
    undo: ended && (() => turnOn('undo', ended.preview, ended.run, ended.run.comment ?? messages.undo.comment)),
    extend: (until, timeZone) =>
      begin({
        what: 'extend',
        send: () => turnScenarioOn(id, { until: until.toISOString(), timeZone, comment: null, versions: null }),
        expected: async () => expectedFrom(await readScenarioPreview(id), 'after'),
      }),
    readAgain: () => acting.variables && reading.mutate({ ...acting.variables, tapped: performance.now() }),
    pending: acting.isPending ? acting.variables.what : null,
    failed: acting.isError && acting.variables ? { what: acting.variables.what, error: acting.error } : null,
    reading: reading.isPending,
    live: reading.data ?? null,
    notRead: reading.error,
  };
}
