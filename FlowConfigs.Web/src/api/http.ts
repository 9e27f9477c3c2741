import { messages } from '../messages';
import { ApiProblem } from './api-problem';
import { keepsFromLocalNetwork } from './local-network';
import { traceAsInstalled, traceParent } from './trace-parent';

/** Where requests get their tokens once somebody has to sign in. */
export interface TokenSource {
  /** The token that is there; null when nobody is signed in. Throws, as the renewals do, when the user pool does not answer. */
  current(): Promise<string | null>;
  /** Ways to a better token after a refusal, to be tried in turn; each gives null when it leads to none. */
  renewals: (() => Promise<string | null>)[];
}

let tokens: TokenSource | null = null;

export function takeTokensFrom(source: TokenSource): void {
  tokens = source;
}

let apiUrl = '';

/** The API's address, without /api at its end. Until this is called it has the app's own origin. */
export function callApiAt(url: string): void {
  apiUrl = url;
  traceAsInstalled();
}

const unauthorized = 401;
const noContent = 204;

/**
 * Sends a request to the API, a second time when the first was refused for its token. Throws an ApiProblem when it is refused,
 * fails, or does not arrive.
 */
export async function send<T>(path: string, init: RequestInit = {}, source: TokenSource | null = tokens): Promise<T> {
  const response = await ask(path, init, source);
  // What is deleted leaves nothing to say.
  return (response.status === noContent ? undefined : await response.json()) as T;
}

/** The same for an answer that is no JSON, such as a file. */
export async function ask(path: string, init: RequestInit = {}, source: TokenSource | null = tokens): Promise<Response> {
  let response = await answerTo(path, init, await tokenBy(source?.current));
  for (const renew of source?.renewals ?? []) {
    const token = response.status === unauthorized ? await tokenBy(renew) : null;
    if (token !== null) {
      response = await answerTo(path, init, token);
    }
  }
  if (!response.ok) {
    throw await ApiProblem.from(response);
  }
  return response;
}

/** Sends something that nobody waits for: not a renewal of the token, nor an answer. */
export function tell(path: string, body: unknown): void {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' }, keepalive: true };
  tokenBy(tokens?.current)
    .then((token) => answerTo(path, init, token))
    .catch(() => undefined);
}

async function tokenBy(way: (() => Promise<string | null>) | undefined): Promise<string | null> {
  try {
    return (await way?.()) ?? null;
  } catch {
    throw new ApiProblem(0, { detail: messages.signIn.unreachable });
  }
}

async function answerTo(path: string, init: RequestInit, token: string | null): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('traceparent', traceParent());
  if (token !== null) {
    headers.set('Authorization', `Bearer ${token}`);
  }
  try {
    return await fetch(apiUrl + path, { ...init, headers });
  } catch (error) {
    if (init.signal?.aborted) {
      throw error;
    }
    // On the app's own origin there is no other network.
    throw ApiProblem.unreachable(apiUrl !== '' && navigator.onLine && (await keepsFromLocalNetwork()));
  }
}
