import { useSyncExternalStore } from 'react';
import { ApiProblem } from '../api/api-problem';
import { readDeployedRegion } from '../api/deployment';
import { callApiAt, send, takeTokensFrom } from '../api/http';
import { queryClient } from '../api/query-client';
import type { Me, PublicSettings } from '../api/types';
import { loadPart } from '../common/load-part';
import { dropEveryDraft } from '../common/kept-drafts';
import { messages } from '../messages';
import { forgetLastKnown } from '../offline/last-known';
import type { AskForAnswer, UserPool } from './user-pool';

export type Session =
  | { kind: 'starting' }
  /** Nobody has to sign in here. */
  | { kind: 'open' }
  /** `left` when the person signed out, and so is to give the password again. */
  | { kind: 'signed-out'; left: boolean }
  /** `ended` when the API takes the token no longer: what was typed stays while the person signs in again. */
  | { kind: 'signed-in'; me: Me; ended: boolean }
  | { kind: 'failed'; error: Error };

let session: Session = { kind: 'starting' };
let pool: UserPool | null = null;
const listeners = new Set<() => void>();

export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}

/** Whether the API takes requests from here. */
export function isIn(): boolean {
  return session.kind === 'open' || (session.kind === 'signed-in' && !session.ended);
}

/** Resolves as soon as there is somebody who may ask the API for something. */
export function whenIn(): Promise<void> {
  return new Promise((resolve) => {
    const stop = subscribe(look);
    look();
    function look() {
      const hasNoRight = session.kind === 'signed-in' && session.me.rights.length === 0;
      if (isIn() && !hasNoRight) {
        stop();
        resolve();
      }
    }
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: Session): void {
  session = next;
  listeners.forEach((listener) => listener());
}

/** Finds out whether somebody has to sign in here, and whether somebody has. */
export async function startSession(): Promise<void> {
  try {
    change({ kind: 'starting' });
    // Asked for while the settings are still on their way: almost everybody has to sign in.
    const code = import('./user-pool');
    code.catch(() => undefined);
    const settings = await signInSettings();
    if (!settings) {
      change({ kind: 'open' });
      return;
    }
    if (!settings.url) {
      throw new Error(messages.signIn.noAddress);
    }
    const { openUserPool } = await loadPart(() => code.catch(() => import('./user-pool')));
    pool ??= await openUserPool(settings, settings.url);
    takeTokensFrom({ current: pool.accessToken, renewals: [pool.renewedToken, signedInAgain] });
    window.addEventListener('storage', followOtherTabs);
    await enter(pool);
  } catch (error) {
    change({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
  }
}

/** In AWS nobody may ask the API anything before signing in. */
async function signInSettings(): Promise<PublicSettings['signIn']> {
  const region = await readDeployedRegion();
  if (region) {
    callApiAt(region.apiUrl);
    return region.signIn;
  }
  return (await send<PublicSettings>('/api/public-settings', {}, null)).signIn;
}

/** Opens the provider's pages by `ask`, and ends when the person is in. Throws what the provider says against it. */
export async function signIn(ask: AskForAnswer): Promise<void> {
  if (pool) {
    await pool.signIn(ask, session.kind === 'signed-out' && session.left);
    await enter(pool);
  }
}

export async function signOut(): Promise<void> {
  await pool?.signOut();
  settleEnd?.(null);
  dropEveryDraft();
  forgetLastKnown();
  queryClient.clear();
  change({ kind: 'signed-out', left: true });
}

async function enter(from: UserPool): Promise<void> {
  if ((await from.accessToken()) === null) {
    signedOut();
    return;
  }
  try {
    const me = await send<Me>('/api/me', {}, { current: from.accessToken, renewals: [from.renewedToken] });
    if (session.kind === 'signed-in' && session.me.email !== me.email) {
      // What is on the screen stays, and with it what was typed, until what this person may see has come.
      void queryClient.invalidateQueries();
    }
    change({ kind: 'signed-in', me, ended: false });
    settleEnd?.(await from.accessToken());
  } catch (error) {
    if (!(error instanceof ApiProblem && error.status === 401)) {
      throw error;
    }
    signedOut();
  }
}

/** The next person who signs in here can be another one, with fewer rights. */
function signedOut(): void {
  forgetLastKnown();
  change({ kind: 'signed-out', left: false });
}

let end: Promise<string | null> | null = null;
let settleEnd: ((token: string | null) => void) | null = null;

/** Waits, with every request that was refused, until the person has signed in again or gives it up. */
function signedInAgain(): Promise<string | null> {
  if (session.kind !== 'signed-in') {
    return Promise.resolve(null);
  }
  change({ ...session, ended: true });
  end ??= new Promise<string | null>((resolve) => {
    settleEnd = resolve;
  }).finally(() => {
    end = null;
    settleEnd = null;
  });
  return end;
}

export function giveUpSigningInAgain(): void {
  if (session.kind === 'signed-in') {
    change({ ...session, ended: false });
  }
  settleEnd?.(null);
}

/** Somebody who signs in in another tab is signed in here too. */
function followOtherTabs({ key, newValue }: StorageEvent): void {
  const waits = session.kind === 'signed-out' || (session.kind === 'signed-in' && session.ended);
  if (waits && pool && newValue && key?.endsWith('.accessToken')) {
    enter(pool).catch(() => change({ kind: 'failed', error: new Error(messages.signIn.unreachable) }));
  }
}
