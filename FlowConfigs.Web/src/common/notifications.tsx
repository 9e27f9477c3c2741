import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';

export interface Notification {
  type: 'success' | 'info';
  text: string;
}

interface NotificationsState {
  current: Notification | null;
  show(notification: Notification): void;
  clear(): void;
}

const NotificationsContext = createContext<NotificationsState | null>(null);

export function useNotifications(): NotificationsState {
  const state = use(NotificationsContext);
  if (!state) {
    throw new Error('useNotifications needs a NotificationsProvider around it.');
  }
  return state;
}

export function NotificationsProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<Notification | null>(null);
  const clear = useCallback(() => setCurrent(null), []);
  const state = useMemo(() => ({ current, show: setCurrent, clear }), [current, clear]);
  return <NotificationsContext value={state}>{children}</NotificationsContext>;
}

/** The state of a navigation that ends with a notification on the page to which it leads. */
export const arrival = (notice: string) => ({ state: { notice } });

const isArrival = (state: unknown): state is { notice: string } =>
  typeof state === 'object' && state !== null && 'notice' in state && typeof state.notice === 'string';

// Nothing is notified before something is saved, so its code need not be there at first.
const NotificationBar = lazy(async () => ({ default: (await import('./notification-bar')).NotificationBar }));

/** The newest notification. It goes when this component does: give it a key by page, and it stays on its page. */
export function Notifications() {
  const { current, show, clear } = useNotifications();
  const { state } = useLocation();
  const notice = isArrival(state) ? state.notice : null;
  useEffect(() => {
    if (notice !== null) {
      show({ type: 'success', text: notice });
    }
    return clear;
  }, [notice, show, clear]);

  return current && (
    <Suspense>
      <NotificationBar {...current} onDismiss={clear} />
    </Suspense>
  );
}
