import './plain.css';
import type { ReactNode } from 'react';

interface PlainButtonProps {
  children: ReactNode;
  primary?: boolean;
  /** As wide as what it is in, and high enough for a thumb. */
  wide?: boolean;
  disabled?: boolean;
  working?: boolean;
  /** Said in place of the text while it works. */
  workingText?: string;
  onClick: () => void;
}

/**
 * What a page shows before anything else is loaded, as the emergency does, is made of these few parts and not of Cloudscape's,
 * which bring ten times as much.
 */
export function PlainButton({ children, primary = false, wide = false, disabled = false, working = false, workingText, onClick }: PlainButtonProps) {
  const classes = ['plain-button', primary && 'plain-button-primary', wide && 'plain-button-wide'].filter(Boolean).join(' ');
  return (
    // Not `disabled`: a button that had the focus keeps it while it works.
    <button
      type="button"
      className={classes}
      aria-disabled={disabled || working}
      onClick={() => !disabled && !working && onClick()}
    >
      {working && <span className="plain-spinner" aria-hidden />}
      <span>{working && workingText ? workingText : children}</span>
    </button>
  );
}
