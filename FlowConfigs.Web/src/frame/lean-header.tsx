import { useLocation } from 'react-router';
import { later } from '../common/later';
import { focusContent } from './content';
import { FrameHeader } from './frame-header';
import { useHelp } from './use-help';

const HelpPanel = later(async () => (await import('./help-panel')).HelpPanel);

/** The header without Cloudscape: of an emergency page, and of every page on a small screen. */
export function LeanHeader() {
  const { pathname } = useLocation();
  // On another page the menu is closed.
  return <FrameHeader key={pathname} />;
}

/** The help that belongs to it. */
export function LeanHelp() {
  const { pathname } = useLocation();
  const [isOpen, openHelp] = useHelp();

  function close() {
    openHelp(false);
    // The button is in the menu, which is closed.
    focusContent();
  }

  return isOpen && <HelpPanel path={pathname} onClose={close} />;
}
