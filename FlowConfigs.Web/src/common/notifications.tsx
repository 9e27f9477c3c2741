import { useMutation } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { ApiProblem } from '../api/api-problem';
import { messages } from '../messages';
import { PlainButton } from '../plain/button';
import { Notice } from '../plain/notice';

export interface Notification {
  type: 'success' | 'info';
  text: string;
  /** Brings back what was before, and says so; on offer for as long as the notification is shown. */
  undo?: () => Promise<string>;
}

interface Placed extends Notification {
  path: string;
  /** Of one that has the same text, this is another. */
  key: string;
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
    setCurrent({ ...notification, path, key: crypto.randomUUID() });
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
      {here.undo
        ? <Undoable key={here.key} shown={here} undo={here.undo} />
        : <Notice type={here.type} action={<Dismiss shown={here} />}>{here.text}</Notice>}
    </output>
  );
}

function Dismiss({ shown }: { shown: Placed }) {
  const { clear } = useNotifications();
  return <PlainButton onClick={() => clear(shown)}>{messages.app.dismiss}</PlainButton>;
}

const overtaken = 412;

function Undoable({ shown, undo }: { shown: Placed; undo: () => Promise<string> }) {
  const { show } = useNotifications();
  const undoing = useMutation({ mutationFn: undo, onSuccess: (text) => show({ type: 'success', text }, shown.path) });
  const isOvertaken = undoing.error instanceof ApiProblem && undoing.error.status === overtaken;
  const actions = (
    <>
      {!isOvertaken && (
        <PlainButton working={undoing.isPending} workingText={messages.undo.working} onClick={() => undoing.mutate()}>
          {messages.undo.action}
        </PlainButton>
      )}
      <Dismiss shown={shown} />
    </>
  );
  return undoing.isError ? (
    <Notice type="error" header={messages.undo.failed} action={actions}>
      {isOvertaken ? messages.undo.overtaken : undoing.error.message}
    </Notice>
  ) : (
    <Notice type={shown.type} action={actions}>{shown.text}</Notice>
  );
}
