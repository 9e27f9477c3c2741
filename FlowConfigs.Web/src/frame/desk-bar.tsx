import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { messages } from '../messages';
import { emergency, useEntries } from './entries';
import { useAccountItems } from './use-account-items';
import { useFollow } from '../common/use-follow';

/** The bar above a page on a desk: the product and the account. */
export function DeskBar({ isNavigationOpen }: { isNavigationOpen: boolean }) {
  const follow = useFollow();
  const account = useAccountItems();
  const mayClose = useEntries().some(({ to }) => to === emergency);
  const urgent: TopNavigationProps.Utility = {
    type: 'button',
    text: messages.navigation.emergency,
    href: emergency,
    onFollow: follow,
    disableUtilityCollapse: true,
  };

  return (
    <TopNavigation
      visualContext="none"
      identity={{ href: '/configs', title: messages.app.name, onFollow: (event) => follow({ ...event, detail: { href: '/configs' } }) }}
      utilities={[
        ...(mayClose && !isNavigationOpen ? [urgent] : []),
        { type: 'menu-dropdown', iconName: 'user-profile', disableUtilityCollapse: true, ...account },
      ]}
    />
  );
}
