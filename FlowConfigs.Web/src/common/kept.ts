const prefix = 'flow-configs.';

/** What this browser keeps between visits; null where it keeps nothing, as in a frame without storage. */
export function kept(name: string): string | null {
  try {
    return window.localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    window.localStorage.setItem(prefix + name, value);
  } catch {
    // A preference that is not kept is no reason to fail.
  }
}

export function drop(name: string): void {
  try {
    window.localStorage.removeItem(prefix + name);
  } catch {
    // Nothing is kept there.
  }
}
