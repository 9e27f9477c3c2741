import './plain.css';
import { type ReactNode, useId } from 'react';

interface NoticeProps {
  type?: 'info' | 'warning' | 'error' | 'success';
  header?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}

const signs = {
  info: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM8 7v5M8 4v1.5',
  warning: 'M8 1.5 15 14.5H1ZM8 6v4M8 11.5V13',
  error: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM5.5 5.5l5 5M10.5 5.5l-5 5',
  success: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM5 8l2 2.5L11 6',
};

/** A box about what went wrong or is worth knowing. */
export function Notice({ type = 'info', header, action, children }: NoticeProps) {
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for fields
    <div role="group" className={`plain-notice plain-notice-${type}`} aria-labelledby={id}>
      <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="var(--tone)" strokeWidth="2" aria-hidden>
        <path d={signs[type]} />
      </svg>
      <div className="plain-notice-text" {...(!header && { id })}>
        {header && <b id={id}>{header}</b>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
