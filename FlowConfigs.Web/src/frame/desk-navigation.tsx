import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { useLocation } from 'react-router';
import { messages } from '../messages';
import { isFramed } from '../workspace/is-framed';
import { useEntries } from './entries';
import { useAccountItems } from './use-account-items';
import { useFollow } from '../common/use-follow';

/** The pages, beside the page. In the workspace, which has a bar of its own, it has the product's name and the account as well. */
export function DeskNavigation() {
  const { pathname } = useLocation();
  const follow = useFollow();
  const shown = useEntries();
  return (
    <SideNavigation
      {...(isFramed && { header: { href: '/configs', text: messages.app.name }, itemsControl: <Account /> })}
      activeHref={shown.find(({ to, about = [] }) => [to, ...about].some((start) => isBelow(pathname, start)))?.to ?? ''}
      items={shown.map(({ to, text }) => ({ type: 'link', href: to, text }))}
      onFollow={follow}
    />
  );
}

const isBelow = (path: string, start: string) => path === start || path.startsWith(`${start}/`);

function Account() {
  const { text, ...account } = useAccountItems();
  // Over the page rather than inside the navigation, which cuts off what is wider.
  return <ButtonDropdown {...account} expandToViewport>{text}</ButtonDropdown>;
}
