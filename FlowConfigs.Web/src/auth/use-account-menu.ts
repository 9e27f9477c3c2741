import type { TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useNavigate } from 'react-router';
import { messages } from '../common/messages';
import { useSession } from './session';

/** Who is signed in, at the top of every page, with the way out. */
export function useAccountMenu(): TopNavigationProps.Utility[] {
  const session = useSession();
  const navigate = useNavigate();
  if (session.kind !== 'signed-in') {
    return [];
  }
  return [
    {
      type: 'menu-dropdown',
      iconName: 'user-profile',
      text: session.me.email,
      ariaLabel: `${messages.signIn.account} ${session.me.email}`,
      items: [{ id: 'sign-out', text: messages.signIn.signOut }],
      onItemClick: () => void navigate('/sign-out'),
    },
  ];
}
