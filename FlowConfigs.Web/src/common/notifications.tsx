import Flashbar from '@cloudscape-design/components/flashbar';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { messages } from './messages';

interface Notification {
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

/** The newest notification. It goes when this component does: give it a key by page, and it stays on its page. */
export function Notifications() {
  const { current, clear } = useNotifications();
  useEffect(() => clear, [clear]);

  return (
    <Flashbar
      items={
        current
          ? [
              {
                id: 'current',
                type: current.type,
                content: current.text,
                dismissible: true,
                dismissLabel: messages.app.dismiss,
                onDismiss: clear,
                ariaRole: 'status',
              },
            ]
          : []
      }
      i18nStrings={{ ariaLabel: messages.app.notifications }}
    />
  );
}
