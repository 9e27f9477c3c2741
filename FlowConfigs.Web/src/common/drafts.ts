import { useEffect, useRef, useState } from 'react';
import { useSession } from '../auth/session';
import { type Draft, newestOf, remove, write } from './kept-drafts';

interface Drafts<T> {
  /** From an earlier visit, until it is taken up or dropped. */
  offered: Draft<T> | null;
  takeUp(): void;
  drop(): void;
}

/**
 * Keeps what is typed over a version of a thing in this tab, for as long as it is not saved, and offers what an earlier visit left.
 * `content` is null while nothing differs from what is saved.
 */
export function useDrafts<T>(thing: string, version: number, content: T | null, join: (earlier: T, later: T) => T): Drafts<T> {
  const session = useSession();
  const owner = `${session.kind === 'signed-in' ? session.me.email : ''} ${thing} `;
  const key = owner + version;
  const [offered, setOffered] = useState(() => newestOf<T>(owner));
  const written = useRef(key);

  useEffect(() => {
    if (written.current !== key) {
      // What was typed over the version before is typed over this one now.
      remove(written.current);
      written.current = key;
    }
    const earlier = offered?.version === version ? offered.content : null;
    if (content !== null) {
      write(key, { at: new Date().toISOString(), version, content: earlier === null ? content : join(earlier, content) });
    } else if (earlier === null) {
      remove(key);
    }
  });

  return {
    offered,
    takeUp: () => setOffered(null),
    drop: () => {
      remove(owner + (offered?.version ?? version));
      setOffered(null);
    },
  };
}
