import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useSyncExternalStore } from 'react';
import { kept, keep } from './kept';

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const name = 'appearance';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** What the person chose here; it is above what the workspace says, and that above what the system says. */
let chosen: Appearance = appearances.find((appearance) => appearance === kept(name)) ?? 'system';
let workspace: Appearance = 'system';

function apply(): void {
  const appearance = chosen === 'system' ? workspace : chosen;
  const isDark = appearance === 'system' ? dark.matches : appearance === 'dark';
  applyMode(isDark ? Mode.Dark : Mode.Light);
}

export function followAppearance(): void {
  apply();
  dark.addEventListener('change', apply);
}

export function setWorkspaceAppearance(appearance: Appearance): void {
  workspace = appearance;
  apply();
}

export function useAppearance(): [Appearance, (appearance: Appearance) => void] {
  return [useSyncExternalStore(subscribe, () => chosen), choose];
}

function choose(appearance: Appearance): void {
  chosen = appearance;
  keep(name, appearance);
  apply();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
