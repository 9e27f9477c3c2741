import { useSyncExternalStore } from 'react';

// Cloudscape's own breakpoint between a phone and the rest.
const narrow = window.matchMedia('(max-width: 688px)');

function subscribe(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}

export function useNarrowScreen(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
