import './frame.css';
import { Outlet, ScrollRestoration } from 'react-router';
import { messages } from '../messages';
import { contentId, focusContent } from './content';
import { WorkingNotice } from './working-notice';

/** What every page has, whichever frame is around it. */
export function AppFrame() {
  return (
    <div className="frame">
      <a className="frame-skip" href={`#${contentId}`} onClick={skip}>
        {messages.app.skip}
      </a>
      <Outlet />
      <WorkingNotice />
      <ScrollRestoration />
    </div>
  );
}

/** Without the fragment in the address, where the router would take it for a page. */
function skip(event: { preventDefault(): void }) {
  event.preventDefault();
  focusContent();
}
