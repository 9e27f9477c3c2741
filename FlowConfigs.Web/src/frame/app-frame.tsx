import './frame.css';
import { useRef, useState } from 'react';
import { Link, ScrollRestoration, Outlet, useLocation } from 'react-router';
import { useMayAnywhere } from '../auth/may';
import { SignedIn } from '../auth/signed-in';
import { FailsAlone } from '../common/fails-alone';
import { later } from '../common/later';
import { Notifications } from '../common/notifications';
import { messages } from '../messages';
import { FrameHeader } from './frame-header';
import { OfflineNotice } from './offline-notice';
import { ScenarioBanner } from './scenario-banner';
import { WorkingNotice } from './working-notice';

const bannerLost = () => <Link className="frame-lost" to="/emergency">{messages.app.bannerLost}</Link>;

const HelpPanel = later(async () => (await import('./help-panel')).HelpPanel);

const contentId = 'content';

/**
 * What every page has around it. Cloudscape's AppLayout and TopNavigation do more than this app needs, and weigh more than the
 * whole budget of a first load leaves for them.
 */
export function AppFrame() {
  const { pathname } = useLocation();
  const isInside = useMayAnywhere()('view', 'scenarios');
  const [isHelpOpen, openHelp] = useState(false);
  const helpButton = useRef<HTMLButtonElement>(null);

  function closeHelp() {
    openHelp(false);
    // On a phone the button is in the menu, which is closed.
    const button = helpButton.current;
    (button?.offsetParent ? button : document.getElementById(contentId))?.focus();
  }

  return (
    <div className="frame">
      <a className="frame-skip" href={`#${contentId}`} onClick={focusContent}>
        {messages.app.skip}
      </a>
      <FrameHeader key={pathname} isHelpOpen={isHelpOpen} helpButton={helpButton} onHelp={openHelp} />
      {isInside && <FailsAlone renderInstead={bannerLost}><ScenarioBanner /></FailsAlone>}
      <main id={contentId} className="frame-content" tabIndex={-1}>
        <section className="frame-notices" aria-label={messages.app.notifications}>
          <OfflineNotice />
          <Notifications path={pathname} />
        </section>
        <SignedIn>
          <Outlet />
        </SignedIn>
      </main>
      {isHelpOpen && <HelpPanel path={pathname} onClose={closeHelp} />}
      <WorkingNotice />
      <ScrollRestoration />
    </div>
  );
}

/** Without the fragment in the address, where the router would take it for a page. */
function focusContent(event: { preventDefault(): void }) {
  event.preventDefault();
  document.getElementById(contentId)?.focus();
}
