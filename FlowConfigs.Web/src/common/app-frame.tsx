import AppLayout from '@cloudscape-design/components/app-layout';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import TopNavigation from '@cloudscape-design/components/top-navigation';
import { Outlet, ScrollRestoration, useLocation, useMatch, useNavigate } from 'react-router';
import { idOf } from '../api/configs';
import { SignedIn } from '../auth/signed-in';
import { useAccountMenu } from '../auth/use-account-menu';
import { messages } from './messages';
import { Notifications } from './notifications';

/** What every page has around it. */
export function AppFrame() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const token = useMatch('/configs/:token')?.params.token;
  const follow = (event: { preventDefault(): void }, href: string) => {
    event.preventDefault();
    void navigate(href);
  };

  return (
    <>
      <div id="top-navigation">
        <TopNavigation
          identity={{
            title: messages.app.name,
            href: '/configs',
            onFollow: (event) => follow(event, '/configs'),
          }}
          utilities={useAccountMenu()}
        />
      </div>
      <AppLayout
        headerSelector="#top-navigation"
        navigationHide
        toolsHide
        stickyNotifications
        notifications={<Notifications key={pathname} />}
        breadcrumbs={token !== undefined && <Trail token={token} onFollow={follow} />}
        content={<SignedIn><Outlet /></SignedIn>}
      />
      <ScrollRestoration />
    </>
  );
}

interface TrailProps {
  token: string;
  onFollow: (event: { preventDefault(): void }, href: string) => void;
}

function Trail({ token, onFollow }: TrailProps) {
  return (
    <BreadcrumbGroup
      ariaLabel={messages.app.trail}
      items={[
        { text: messages.list.title, href: '/configs' },
        { text: idOf(token), href: '' },
      ]}
      onFollow={(event) => onFollow(event, event.detail.href)}
    />
  );
}
