import { useId, useState } from 'react';
import { NavLink } from 'react-router';
import { messages } from '../messages';
import { isFramed } from '../workspace/is-framed';
import { AccountMenu } from './account-menu';
import { emergency, useEntries } from './entries';
import { useHelp } from './use-help';
import { useInside } from './use-inside';

const Line = isFramed ? 'div' : 'header';

/**
 * Name, emergency and account in one line; the pages and the help are behind a button. The workspace has a bar and a name of its
 * own, so that inside it this line is a part of the page.
 */
export function FrameHeader() {
  const inside = useInside();
  const shown = useEntries();
  const [isHelpOpen, openHelp] = useHelp();
  const [open, setOpen] = useState(false);
  const listId = useId();

  function toggleHelp() {
    setOpen(false);
    openHelp(!isHelpOpen);
  }

  return (
    <Line className={isFramed ? 'frame-header frame-header-inside' : 'frame-header'}>
      {!isFramed && (
        <NavLink className="frame-name" to="/configs">
          {messages.app.name}
        </NavLink>
      )}
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
            <li>
              <button type="button" aria-expanded={isHelpOpen} onClick={toggleHelp}>
                {messages.help.open}
              </button>
            </li>
          </ul>
        </nav>
      )}
      <div className="frame-account">{inside && <AccountMenu />}</div>
    </Line>
  );
}
