/** Has the browser keep the frame and the emergency page, which it then opens without a connection too. */
export function keepForOffline(): void {
  // While the app is developed its files change all the time.
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    window.addEventListener('load', () => {
      // A browser that does not keep it still has the app.
      navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
    });
  }
}
