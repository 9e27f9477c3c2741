import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useEffect, useMemo, useState } from 'react';

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

// Nothing is notified before something is saved, so its code need not be there at first.
const NotificationBar = lazy(async () => ({ default: (await import('./notification-bar')).NotificationBar }));

/** The newest notification. It goes when this component does: give it a key by page, and it stays on its page. */
export function Notifications() {
  const { current, clear } = useNotifications();
  useEffect(() => clear, [clear]);

  return current && (
    <Suspense>
      <NotificationBar {...current} onDismiss={clear} />
    </Suspense>
  );
}
