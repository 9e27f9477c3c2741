import type { ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { SignedIn } from '../auth/signed-in';
import { messages } from '../messages';
import { useOpensEarly } from '../offline/use-scenarios-or-last-known';
import { Banner } from './banner';
import { contentId } from './content';
import { LeanHeader, LeanHelp } from './lean-header';
import { Notices } from './notices';

/** What an emergency page has around it, at every width: it needs no more than the file that the app starts with. */
export function LeanFrame({ children = <Outlet /> }: { children?: ReactNode }) {
  const { pathname } = useLocation();
  const opensEarly = useOpensEarly();
  return (
    <>
      <div className="frame-top"><LeanHeader /></div>
      <Banner />
      <main id={contentId} className="frame-content" tabIndex={-1}>
        <section className="frame-notices" aria-label={messages.app.notifications}>
          <Notices path={pathname} />
        </section>
        <SignedIn opensEarly={opensEarly}>{children}</SignedIn>
      </main>
      <LeanHelp />
    </>
  );
}
