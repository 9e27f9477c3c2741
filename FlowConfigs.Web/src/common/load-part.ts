import { reportError } from './report-errors';

const pause = 1000;

/** A part of the app that could not be fetched, the second time either. */
export class LostPart extends Error {
  override readonly name = 'LostPart';
  /** Whether the server answers at all: then the part is gone because there is a newer version of the app. */
  readonly isReplaced: boolean;

  constructor(isReplaced: boolean, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.isReplaced = isReplaced;
  }
}

/** Fetches a part of the app, a second time where the first fails, as on a connection that comes and goes. */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => window.setTimeout(resolve, pause));
  }
  try {
    await loadSheetsAgain();
    return await load();
  } catch (error) {
    reportError(error);
    throw new LostPart(await serverAnswers(), error);
  }
}

// The bundler asks for each style sheet once, and takes a second try for done.
const failedSheets = new Set<string>();
globalThis.document?.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') {
      failedSheets.add(target.href);
      target.remove();
    }
  },
  { capture: true },
);

async function loadSheetsAgain(): Promise<void> {
  const again = [...failedSheets];
  failedSheets.clear();
  await Promise.all(again.map(loadSheet));
}

function loadSheet(href: string): Promise<unknown> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', () => reject(new Error(`Unable to load ${href}`)));
    document.head.append(link);
  });
}

/** Asked of a file that no cache keeps. */
async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/config.json', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
