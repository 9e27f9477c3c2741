import { useSyncExternalStore } from 'react';

/** A hook that says whether the screen fits, and follows the window's width. */
export function mediaHook(query: string): () => boolean {
  const media = window.matchMedia(query);
  function subscribe(onChange: () => void): () => void {
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }
  return () => useSyncExternalStore(subscribe, () => media.matches);
}
