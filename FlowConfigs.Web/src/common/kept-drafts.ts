const prefix = 'flow-configs.draft ';

/** What somebody typed and did not save; kept in the tab, and so gone when that is closed. */
export interface Draft<T> {
  at: string;
  /** The version that it was typed over. */
  version: number;
  content: T;
}

/** What was written last of those whose keys begin so. */
export function newestOf<T>(owner: string): Draft<T> | null {
  try {
    const keys = Object.keys(window.sessionStorage).filter((key) => key.startsWith(prefix + owner));
    const drafts = keys.map((key) => JSON.parse(window.sessionStorage.getItem(key) ?? '') as Draft<T>);
    return drafts.toSorted((left, right) => right.at.localeCompare(left.at))[0] ?? null;
  } catch {
    return null;
  }
}

export function write(key: string, draft: Draft<unknown>): void {
  try {
    window.sessionStorage.setItem(prefix + key, JSON.stringify(draft));
  } catch {
    // In a frame without storage, or when it is full, the page itself is all that keeps it.
  }
}

export function remove(key: string): void {
  try {
    window.sessionStorage.removeItem(prefix + key);
  } catch {
    // See above.
  }
}

/** On signing out: the next person at this screen is somebody else. */
export function dropEveryDraft(): void {
  try {
    Object.keys(window.sessionStorage)
      .filter((key) => key.startsWith(prefix))
      .forEach((key) => window.sessionStorage.removeItem(key));
  } catch {
    // See above.
  }
}
