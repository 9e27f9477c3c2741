import { useState } from 'react';
import type { Config } from '../../api/types';
import { subjectOf } from './paths';
import { type Change, changesBetween, type Values, valuesOf, withChanges } from './values';

export type Edit = Pick<Change, 'path' | 'after'>;

export interface Editor {
  /** What the edits were made from. Older than the latest version while a conflict is open. */
  base: Config;
  values: Values;
  changes: Change[];
  /** How many variables and prompts differ from the base. */
  changeCount: number;
  /** The version that somebody else saved while there were edits here. */
  conflict: Config | null;
  edit(changes: readonly Edit[]): void;
  discard(): void;
  /** Puts the edits on top of the other version, but for those in whose place theirs was chosen. */
  merge(takeTheirs: ReadonlySet<string>): void;
  /** Takes over what was saved; whatever was typed while it was on its way stays an edit. */
  accept(saved: Config, sent: Values): void;
  /** Takes up what was typed over a version on an earlier visit; what has been typed on this one stays on top. */
  resume(base: Config, edits: readonly Edit[]): void;
}

export function useEditor(latest: Config): Editor {
  const [state, setState] = useState(() => startFrom(latest));
  const changes = changesBetween(valuesOf(state.base), state.values);
  const isNewer = latest.version > state.base.version;

  if (isNewer && changes.length === 0) {
    // Nothing typed, nothing to lose: simply show the newer version.
    setState(startFrom(latest));
  }

  return {
    ...state,
    changes,
    changeCount: new Set(changes.map(({ path }) => subjectOf(path).path)).size,
    conflict: isNewer && changes.length > 0 ? latest : null,
    edit: (edits) => setState((current) => ({ ...current, values: withChanges(current.values, edits) })),
    discard: () => setState(startFrom(latest)),
    merge: (takeTheirs) =>
      setState({ base: latest, values: withChanges(valuesOf(latest), changes.filter(({ path }) => !takeTheirs.has(path))) }),
    accept: (saved, sent) =>
      setState(({ values }) => ({ base: saved, values: withChanges(valuesOf(saved), changesBetween(sent, values)) })),
    resume: (base, edits) => setState({ base, values: withChanges(valuesOf(base), [...edits, ...changes]) }),
  };
}

function startFrom(config: Config) {
  return { base: config, values: valuesOf(config) };
}
