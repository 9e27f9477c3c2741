/** Of the requests to an installation so many are traced; a developer wants to see each. */
const shareInstalled = 0.1;

let share = 1;

export function traceAsInstalled(): void {
  share = shareInstalled;
}

/** The header that makes a request the beginning of a trace (https://www.w3.org/TR/trace-context/#traceparent-header). */
export function traceParent(): string {
  return `00-${hex(16)}-${hex(8)}-${Math.random() < share ? '01' : '00'}`;
}

function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
