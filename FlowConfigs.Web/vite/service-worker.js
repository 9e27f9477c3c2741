// Keeps the frame and the emergency page, so that they open without a connection. Everything else goes past it.
const files = FILES;
const name = 'flow-configs-VERSION';
const patience = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(name)
      .then((cache) => cache.addAll(['/', ...files]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((other) => other !== name).map((other) => caches.delete(other))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.mode === 'navigate') {
    // Not the page on which signing in ends, nor a file of the API: these are no pages of the app.
    if (!/^\/(?:auth|api)\//.test(pathname)) {
      event.respondWith(pageFor(event.request));
    }
  } else if (origin === self.location.origin && files.includes(pathname)) {
    event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(event.request)));
  }
});

/** The newest version of the app; the one that is kept where there is no connection, or one that is as good as none. */
async function pageFor(request) {
  const kept = await caches.match('/');
  const late = new Promise((resolve) => setTimeout(resolve, patience, kept));
  const fresh = fetch(request).catch(() => kept);
  return (await (kept ? Promise.race([fresh, late]) : fresh)) ?? Response.error();
}
