import { useState } from 'react';
import { keep, kept } from '../common/kept';

const name = 'navigation';

/** Whether the side navigation is open: at first it is, and then as the person left it in this browser. */
export function useNavigationOpen(): [boolean, (open: boolean) => void] {
  const [isOpen, setOpen] = useState(() => kept(name) !== 'closed');
  return [
    isOpen,
    (open) => {
      setOpen(open);
      keep(name, open ? 'open' : 'closed');
    },
  ];
}
