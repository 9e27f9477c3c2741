import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';
import { useSession } from '../auth/session';
import { type Appearance, appearances, useAppearance } from '../common/theme';
import { useNarrowScreen } from '../common/use-narrow-screen';
import { messages } from '../messages';

const signOutId = 'sign-out';

/** Light or dark, and who is signed in, with the way out. */
export function AccountMenu() {
  const session = useSession();
  const navigate = useNavigate();
  const narrow = useNarrowScreen();
  const [appearance, choose] = useAppearance();
  const email = session.kind === 'signed-in' ? session.me.email : '';
  const items: ButtonDropdownProps.ItemOrGroup[] = [
    {
      text: messages.navigation.appearance,
      items: appearances.map((id) => ({
        id,
        text: messages.navigation[id],
        itemType: 'checkbox' as const,
        checked: id === appearance,
      })),
    },
    ...(session.kind === 'signed-in' ? [{ id: signOutId, text: messages.signIn.signOut, secondaryText: email }] : []),
  ];

  return (
    <ButtonDropdown
      items={items}
      variant={narrow || !email ? 'icon' : 'normal'}
      ariaLabel={email ? `${messages.signIn.account} ${email}` : messages.navigation.appearance}
      expandToViewport
      onItemClick={({ detail }) => {
        if (detail.id === signOutId) {
          void navigate('/sign-out');
        } else {
          choose(detail.id as Appearance);
        }
      }}
    >
      {email}
    </ButtonDropdown>
  );
}
