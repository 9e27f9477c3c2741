import '@cloudscape-design/global-styles/index.css';
import '../common/connect-theme.css';
import './desk.css';
import AppLayout from '@cloudscape-design/components/app-layout';
import { useCallback, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { SignedIn } from '../auth/signed-in';
import { CloudscapeMessages } from '../common/cloudscape-messages';
import { later } from '../common/later';
import { messages } from '../messages';
import { isFramed } from '../workspace/is-framed';
import { Banner } from './banner';
import { contentId } from './content';
import { DeskBar } from './desk-bar';
import { DeskNavigation } from './desk-navigation';
import { LeanHeader, LeanHelp } from './lean-header';
import { Notices } from './notices';
import { useEscape } from './use-escape';
import { useHelp } from './use-help';
import { useInside } from './use-inside';
import { useNavigationOpen } from './use-navigation-open';
import { useSmallScreen } from './use-small-screen';

const DeskHelp = later(async () => (await import('./desk-help')).DeskHelp);

const { app, help, navigation } = messages;
const ariaLabels = {
  navigation: navigation.label,
  navigationToggle: navigation.open,
  navigationClose: navigation.close,
  notifications: app.notifications,
  tools: help.open,
  toolsToggle: help.open,
  toolsClose: help.close,
};
const widest = 1480;
const navigationWidth = 240;

/** What every page has around it that is made of Cloudscape's parts: their styles, texts and Connect's colours. */
export function Desk() {
  return (
    <CloudscapeMessages>
      <DeskFrame />
    </CloudscapeMessages>
  );
}

/**
 * On a small screen the lean header takes the place of the bar and of what is beside the page. The layout is the same one all
 * the while, so that a window that is made narrower loses nothing that was typed.
 */
function DeskFrame() {
  const { pathname } = useLocation();
  const inside = useInside();
  const small = useSmallScreen() || !inside;
  const { isOpen: isNavigationOpen, onClickCapture, onNavigationChange } = useNavigationOpen();
  const [isHelpOpen, openHelp] = useHelp();
  const isHelpBeside = isHelpOpen && !small;
  const panel = useRef<HTMLDivElement>(null);
  // By the layout's own button, which gives the focus back.
  const closeHelp = useCallback(() => panel.current?.closest('aside')?.querySelector('button')?.click(), []);
  useEscape(isHelpBeside ? closeHelp : null);

  return (
    <>
      <div className="frame-top">
        {small ? <LeanHeader /> : !isFramed && <DeskBar isNavigationOpen={isNavigationOpen} />}
        {!small && <Banner />}
      </div>
      {small && <Banner />}
      <div className="desk" onClickCapture={onClickCapture}>
        <AppLayout
          headerSelector=".frame-top"
          ariaLabels={ariaLabels}
          maxContentWidth={widest}
          navigation={<DeskNavigation />}
          navigationWidth={navigationWidth}
          navigationHide={small}
          navigationOpen={isNavigationOpen && !small}
          onNavigationChange={onNavigationChange}
          notifications={<Notices path={pathname} />}
          stickyNotifications
          tools={<div ref={panel}>{isHelpBeside && <DeskHelp path={pathname} />}</div>}
          toolsHide={small}
          toolsOpen={isHelpBeside}
          onToolsChange={({ detail }) => openHelp(detail.open)}
          content={
            <div id={contentId} className="desk-content" tabIndex={-1}>
              <SignedIn>
                <Outlet />
              </SignedIn>
            </div>
          }
        />
      </div>
      {small && <LeanHelp />}
    </>
  );
}
