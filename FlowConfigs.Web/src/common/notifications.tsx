import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { messages } from '../messages';
import { PlainButton } from '../plain/button';
import { Notice } from '../plain/notice';

export interface Notification {
  type: 'success' | 'info';
  text: string;
}

interface Placed extends Notification {
  path: string;
}

interface NotificationsState {
  current: Placed | null;
  /** Shows it on this page, or on the one to which the person is led by what it is about. */
  show(notification: Notification, path?: string): void;
  /** Takes it away, unless another has come in its place. */
  clear(shown: Placed): void;
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
  const [current, setCurrent] = useState<Placed | null>(null);
  const clear = useCallback((shown: Placed) => setCurrent((newest) => (newest === shown ? null : newest)), []);
  const show = useCallback((notification: Notification, path = window.location.pathname) => {
    setCurrent({ ...notification, path });
  }, []);
  const state = useMemo(() => ({ current, show, clear }), [current, show, clear]);
  return <NotificationsContext value={state}>{children}</NotificationsContext>;
}

/** The newest notification, on its page only. */
export function Notifications({ path }: { path: string }) {
  const { current, clear } = useNotifications();
  const here = current?.path === path ? current : null;
  useEffect(() => (here ? () => clear(here) : undefined), [here, clear]);

  return here && (
    <output className="notification">
      <Notice type={here.type} action={<PlainButton onClick={() => clear(here)}>{messages.app.dismiss}</PlainButton>}>
        {here.text}
      </Notice>
    </output>
  );
}
