import { useEffect, useRef, useState } from 'react';
import { messages } from '../messages';
import { signIn } from './session';
import { openSignInWindow, waitForAnswer } from './sign-in-window';

/** How far signing in has come; `address` is the provider's page, for a person to open where the browser does not let us. */
export type SignInState =
  | { phase: 'ready' | 'waiting' | 'lost' }
  | { phase: 'blocked'; address: string }
  | { phase: 'failed'; reason: string };

interface Attempt {
  stop: AbortController;
  done: Promise<void>;
}

export function useSignIn() {
  const [state, setState] = useState<SignInState>({ phase: 'ready' });
  const current = useRef<Attempt | null>(null);
  useEffect(() => () => current.current?.stop.abort(), []);

  function start() {
    // Before anything is waited for: by then the browser has forgotten the click, and would block the window.
    const opened = openSignInWindow();
    const stop = new AbortController();
    const earlier = current.current;
    earlier?.stop.abort();
    current.current = { stop, done: attempt(opened, stop.signal, earlier?.done) };
  }

  async function attempt(opened: Window | null, signal: AbortSignal, earlier: Promise<void> | undefined) {
    await earlier;
    setState({ phase: 'waiting' });
    try {
      await signIn(async (address) => {
        if (opened) {
          opened.location.href = address;
        } else {
          setState({ phase: 'blocked', address });
        }
        return waitForAnswer({ opened, address, signal, onLost: () => setState({ phase: 'lost' }) });
      });
    } catch (error) {
      opened?.close();
      if (!signal.aborted) {
        setState({ phase: 'failed', reason: reasonOf(error) });
      }
    }
  }

  return { state, start };
}

/** Amplify's word for an answer that did not come. */
const canceled = 'canceled';

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason === canceled ? messages.signIn.late : reason;
}
