/**
 * Chrome and Edge since 142 keep a page of the internet from an address of the company's network, unless the person or a policy allows
 * it (https://developer.chrome.com/blog/local-network-access). The request then fails like one without a connection. The permission has
 * had both names.
 */
const names = ['local-network', 'local-network-access'];

/** Whether this browser may be what keeps a request from arriving. */
export async function keepsFromLocalNetwork(): Promise<boolean> {
  for (const name of names) {
    try {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return state !== 'granted';
    } catch {
      // This browser does not know the name.
    }
  }
  return false;
}
