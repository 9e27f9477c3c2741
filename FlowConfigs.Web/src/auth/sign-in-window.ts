// What public/auth/callback.js, which shares no code with the app, says and where.
const answerType = 'flow-configs-sign-in';
const channelName = 'flow-configs-sign-in';

interface SignInAnswer {
  type: typeof answerType;
  /** Where the provider came back to, with code and state. */
  address: string;
}

/** Long enough for a forgotten password. */
const limit = 10 * 60_000;
const lookInterval = 500;

/** A window for the provider's pages, which refuse to be framed. Only a click may open one; null when the browser does not let it. */
export function openSignInWindow(): Window | null {
  return window.open('', 'flow-configs-sign-in', 'popup,width=480,height=680');
}

interface Wait {
  /** The window, where this page opened it. */
  opened: Window | null;
  /** What the window was sent to. */
  address: string;
  signal: AbortSignal;
  /** The window is closed, or its page has cut the way back here; an answer may still come. */
  onLost: () => void;
}

/**
 * Waits for /auth/callback.html to say which address the provider came back to: by a message to this window, or where the way
 * back is cut, to all of this app's. Null when it takes too long or is called off.
 */
export function waitForAnswer({ opened, address, signal, onLost }: Wait): Promise<string | null> {
  const ended = new AbortController();
  const channel = new BroadcastChannel(channelName);
  return new Promise<string | null>((resolve) => {
    const take = (data: unknown) => {
      if (isAnswer(data) && stateOf(data.address) === stateOf(address)) {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only
        channel.postMessage('taken');
        resolve(data.address);
      }
    };
    const listen = { signal: ended.signal };
    window.addEventListener('message', ({ origin, source, data }) => {
      if (origin === window.location.origin && (opened === null || source === opened)) {
        take(data);
      }
    }, listen);
    channel.addEventListener('message', ({ data }) => take(data), listen);
    signal.addEventListener('abort', () => resolve(null), listen);

    const late = window.setTimeout(() => resolve(null), limit);
    const look = window.setInterval(() => {
      if (opened?.closed) {
        window.clearInterval(look);
        onLost();
      }
    }, lookInterval);
    listen.signal.addEventListener('abort', () => {
      window.clearTimeout(late);
      window.clearInterval(look);
    });
  }).finally(() => {
    ended.abort();
    channel.close();
  });
}

const isAnswer = (data: unknown): data is SignInAnswer =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === answerType && 'address' in data;

/** Tells this sign-in from another tab's. Amplify checks it too. */
const stateOf = (address: string) => new URL(address).searchParams.get('state');
