import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isOpen = false;

/** Whether the help is open. It stays open from page to page, whichever frame the page has. */
export function useHelp(): [boolean, (open: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => isOpen), openHelp];
}

function openHelp(open: boolean): void {
  isOpen = open;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
