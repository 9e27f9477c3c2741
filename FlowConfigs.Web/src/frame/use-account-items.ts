import type { ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';
import { useSession } from '../auth/session';
import { useDesignerView } from '../common/designer-view';
import { appearances, useAppearance } from '../common/theme';
import { messages } from '../messages';
import { isFramed } from '../workspace/is-framed';

const { navigation, designers, signIn } = messages;

interface AccountItems {
  text: string;
  ariaLabel: string;
  items: ButtonDropdownProps.Items;
  onItemClick: (event: { detail: ButtonDropdownProps.ItemClickDetails }) => void;
}

/** What is in the account menu of a desk: light or dark, whether keys are shown, and the way out. */
export function useAccountItems(): AccountItems {
  const session = useSession();
  const navigate = useNavigate();
  const [appearance, choose] = useAppearance();
  const [isDesigner, showForDesigners] = useDesignerView();
  const email = session.kind === 'signed-in' ? session.me.email : '';
  // The navigation has no room for the address, so that it heads the menu.
  const isShort = isFramed && email !== '';

  return {
    text: isShort ? signIn.account : email || navigation.appearance,
    ariaLabel: email ? `${signIn.account} ${email}` : navigation.appearance,
    items: [
      {
        text: isShort ? email : navigation.appearance,
        items: [
          ...appearances.map((one) => ({ id: one, text: navigation[one], itemType: 'checkbox' as const, checked: one === appearance })),
          { id: 'designers', text: designers.show, itemType: 'checkbox' as const, checked: isDesigner },
        ],
      },
      ...(email ? [{ id: 'sign-out', text: signIn.signOut }] : []),
    ],
    onItemClick({ detail: { id } }) {
      const chosen = appearances.find((one) => one === id);
      if (chosen) {
        choose(chosen);
      } else if (id === 'designers') {
        showForDesigners(!isDesigner);
      } else {
        void navigate('/sign-out');
      }
    },
  };
}
