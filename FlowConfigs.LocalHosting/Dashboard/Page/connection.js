// Server-sent events that come back by themselves, and that notice an AppHost which hangs.

const RETRY_AFTER = 2_000;
/** The AppHost pings every 10 seconds. */
const LOST_AFTER = 25_000;

/**
 * Opens a stream and keeps it open while the tab is seen: a browser allows six connections to a host over all its tabs.
 * address() gives the URL each time; handlers are by event name; onState gets 'live' or 'lost'.
 */
export function openStream(address, handlers, onState = () => {}) {
  let source = null;
  let watchdog = null;
  let retry = null;

  function heard() {
    clearTimeout(watchdog);
    watchdog = setTimeout(lose, LOST_AFTER);
    onState('live');
  }

  function disconnect() {
    source?.close();
    source = null;
    clearTimeout(watchdog);
    clearTimeout(retry);
  }

  function lose() {
    disconnect();
    onState('lost');
    retry = setTimeout(connect, RETRY_AFTER);
  }

  function connect() {
    disconnect();
    source = new EventSource(address());
    source.onopen = heard;
    source.onerror = lose;
    source.addEventListener('ping', heard);
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => {
        heard();
        handle(JSON.parse(event.data), event.lastEventId);
      });
    }
  }

  const onVisibility = () => (document.hidden ? disconnect() : connect());
  document.addEventListener('visibilitychange', onVisibility);
  if (!document.hidden) {
    connect();
  }

  return {
    reconnect: connect,
    close() {
      document.removeEventListener('visibilitychange', onVisibility);
      disconnect();
    },
  };
}
