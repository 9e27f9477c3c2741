import type { ReactNode } from 'react';

/** There is nothing here, why, and what to do about it. */
export function EmptyState({ title, detail, action }: { title: string; detail?: string; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <b>{title}</b>
      {detail && <div>{detail}</div>}
      {action}
    </div>
  );
}
