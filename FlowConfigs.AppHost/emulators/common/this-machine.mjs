// The emulators serve this machine only. A web page elsewhere could otherwise speak with them through the browser here.
const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Why a request is refused, or undefined. `pages` are the addresses of the pages that may ask, besides the emulator's own. */
export function problemOf(request, pages) {
  // A name of the attacker's that resolves to 127.0.0.1. https://owasp.org/www-community/attacks/DNS_Rebinding
  const host = request.headers.host ?? '';
  if (!NAMES.includes(host.replace(/:\d+$/, '').toLowerCase()))
    return `The emulators answer to localhost, 127.0.0.1 and [::1], not to the host name '${host}'.`;
  // A program sends no Origin, and a browser sends it with everything that another page may read or that changes something.
  const { origin } = request.headers;
  if (origin && origin !== `http://${host}` && !pages.some((page) => new URL(page).origin === origin))
    return `A page of ${origin} can't use the emulators.`;
}
