import { useRef, useState } from 'react';
import { keep, kept } from '../common/kept';

const name = 'navigation';

interface NavigationOpen {
  isOpen: boolean;
  /** For what is around the layout, before the layout itself has the click. */
  onClickCapture: () => void;
  onNavigationChange: (event: { detail: { open: boolean } }) => void;
}

/** Whether the side navigation is open: at first it is, and then as the person left it in this browser. */
export function useNavigationOpen(): NavigationOpen {
  const [isOpen, setOpen] = useState(() => kept(name) !== 'closed');
  const isClick = useRef(false);

  return {
    isOpen,
    onClickCapture() {
      isClick.current = true;
      window.setTimeout(() => {
        isClick.current = false;
      });
    },
    onNavigationChange({ detail: { open } }) {
      // Cloudscape also closes it when the window gets narrow. That is not the person's choice.
      if (isClick.current) {
        setOpen(open);
        keep(name, open ? 'open' : 'closed');
      }
    },
  };
}
