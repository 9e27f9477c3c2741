import { type RefObject, useId, useState } from 'react';
import { NavLink } from 'react-router';
import { useMayAnywhere } from '../auth/may';
import { useSession } from '../auth/session';
import { messages } from '../messages';
import { AccountMenu } from './account-menu';
import { entries } from './entries';

/** On a phone it is in sight, and not behind the button. */
const emergency = '/emergency';

interface FrameHeaderProps {
  isHelpOpen: boolean;
  helpButton: RefObject<HTMLButtonElement | null>;
  onHelp: (open: boolean) => void;
}

/** Name, pages and account: one line at a desk; on a phone, or in a narrow frame, the pages are behind a button. */
export function FrameHeader({ isHelpOpen, helpButton, onHelp }: FrameHeaderProps) {
  const session = useSession();
  const may = useMayAnywhere();
  const [open, setOpen] = useState(false);
  const listId = useId();
  const inside = session.kind === 'open' || session.kind === 'signed-in';
  const shown = inside ? entries.filter((entry) => entry.shown(may)) : [];

  function toggleHelp() {
    setOpen(false);
    onHelp(!isHelpOpen);
  }

  return (
    <header className="frame-header">
      <NavLink className="frame-name" to="/configs">
        {messages.app.name}
      </NavLink>
      {shown.some(({ to }) => to === emergency) && (
        <NavLink className="frame-urgent" to={emergency}>
          {messages.navigation.emergency}
        </NavLink>
      )}
      {shown.length > 0 && (
        <nav className="frame-navigation" aria-label={messages.navigation.label}>
          <button
            type="button"
            className="frame-menu"
            aria-expanded={open}
            aria-controls={listId}
            onClick={() => setOpen(!open)}
            onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
          >
            {messages.navigation.open}
          </button>
          <ul id={listId} className={open ? 'frame-entries frame-entries-open' : 'frame-entries'}>
            {shown.map(({ to, text }) => (
              <li key={to}>
                <NavLink to={to}>{text}</NavLink>
              </li>
            ))}
            <li className="frame-help-entry">
              <button type="button" aria-expanded={isHelpOpen} onClick={toggleHelp}>
                {messages.help.open}
              </button>
            </li>
          </ul>
        </nav>
      )}
      <div className="frame-account">
        {inside && (
          <button
            type="button"
            ref={helpButton}
            className="frame-help"
            aria-label={messages.help.open}
            title={messages.help.open}
            aria-expanded={isHelpOpen}
            onClick={toggleHelp}
          >
            ?
          </button>
        )}
        {inside && <AccountMenu />}
      </div>
    </header>
  );
}
