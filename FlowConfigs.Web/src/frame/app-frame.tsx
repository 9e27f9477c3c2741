import './frame.css';
import { lazy, Suspense } from 'react';
import { ScrollRestoration, Outlet, useLocation } from 'react-router';
import { useMayAnywhere } from '../auth/may';
import { SignedIn } from '../auth/signed-in';
import { Notifications } from '../common/notifications';
import { messages } from '../messages';
import { FrameHeader } from './frame-header';
import { frameTokens } from './frame-tokens';
import { OfflineNotice } from './offline-notice';
import { WorkingNotice } from './working-notice';

// Most of the time nothing is on, and the first page need not wait to find out.
const ScenarioBanner = lazy(async () => ({ default: (await import('./scenario-banner')).ScenarioBanner }));

const contentId = 'content';

/**
 * What every page has around it. Cloudscape's AppLayout and TopNavigation do more than this app needs, and weigh more than the
 * whole budget of a first load leaves for them.
 */
export function AppFrame() {
  const { pathname } = useLocation();
  const isInside = useMayAnywhere()('view', 'scenarios');
  return (
    <div className="frame" style={frameTokens}>
      <a className="frame-skip" href={`#${contentId}`} onClick={focusContent}>
        {messages.app.skip}
      </a>
      <FrameHeader key={pathname} />
      <Suspense>{isInside && <ScenarioBanner />}</Suspense>
      <main id={contentId} className="frame-content" tabIndex={-1}>
        <section className="frame-notices" aria-label={messages.app.notifications}>
          <OfflineNotice />
          <Notifications path={pathname} />
        </section>
        <SignedIn>
          <Outlet />
        </SignedIn>
      </main>
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
