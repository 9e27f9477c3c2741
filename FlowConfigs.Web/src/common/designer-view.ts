import { useSyncExternalStore } from 'react';
import { useMayAnywhere } from '../auth/may';
import { keep, kept } from './kept';

const name = 'designer-view';
const listeners = new Set<() => void>();

/** What the person chose in this browser; null until they choose. */
let chosen: boolean | null = { on: true, off: false }[kept(name) ?? ''] ?? null;

/** Whether the person sees keys, `$.External.…` and sizes beside the display names: at first, those who define what there is. */
export function useDesignerView(): [boolean, (on: boolean) => void] {
  const defines = useMayAnywhere()('define');
  return [useSyncExternalStore(subscribe, () => chosen) ?? defines, choose];
}

function choose(on: boolean): void {
  chosen = on;
  keep(name, on ? 'on' : 'off');
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
