import { ApiProblem } from '../api/api-problem';
import { tell } from '../api/http';

/** Of one visit: an error in a loop says nothing new. */
const most = 5;
const longestMessage = 500;
const longestStack = 4000;

const reported = new Set<string>();
let mayReport = (): boolean => false;

/** Reports what nothing else has caught, while `may` says that the API takes it. */
export function reportErrors(may: () => boolean): void {
  mayReport = may;
  window.addEventListener('error', ({ error, message }) => reportError(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => reportError(reason));
}

export function reportError(error: unknown): void {
  // What the API has refused it knows itself.
  if (error instanceof ApiProblem || reported.size >= most || !mayReport()) {
    return;
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  if (reported.has(message)) {
    return;
  }
  reported.add(message);
  tell('/api/web-errors', {
    name,
    message: message.slice(0, longestMessage) || name,
    stack: stack?.slice(0, longestStack) ?? null,
    // Without what is on it: an id may be a number.
    page: `/${window.location.pathname.split('/')[1] ?? ''}`,
  });
}
