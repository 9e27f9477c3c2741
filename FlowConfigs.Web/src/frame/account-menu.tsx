import './account-menu.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../auth/session';
import { appearances, useAppearance } from '../common/theme';
import { messages } from '../messages';
import { useDesignerView } from '../common/designer-view';

const step: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Light or dark, whether keys are shown, and who is signed in, with the way out; the lean header's. */
export function AccountMenu() {
  const session = useSession();
  const navigate = useNavigate();
  const [appearance, choose] = useAppearance();
  const [isDesigner, showForDesigners] = useDesignerView();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const email = session.kind === 'signed-in' ? session.me.email : '';

  useEffect(() => {
    if (!open) {
      return undefined;
    }
    itemsOf(menu.current)[0]?.focus();
    const closeOutside = ({ target }: Event) => !menu.current?.contains(target as Node) && setOpen(false);
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  function close() {
    setOpen(false);
    menu.current?.querySelector('button')?.focus();
  }

  function move(event: KeyboardEvent) {
    const items = itemsOf(menu.current);
    const by = step[event.key];
    if (event.key === 'Escape') {
      close();
    } else if (by !== undefined) {
      event.preventDefault();
      items.at((items.indexOf(document.activeElement as HTMLElement) + by) % items.length)?.focus();
    }
  }

  return (
    <div className="account" ref={menu}>
      <button
        type="button"
        className="account-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={email ? `${messages.signIn.account} ${email}` : messages.navigation.appearance}
        onClick={() => setOpen(!open)}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden>
          <circle cx="8" cy="3" r="1.5" />
          <circle cx="8" cy="8" r="1.5" />
          <circle cx="8" cy="13" r="1.5" />
        </svg>
      </button>
      {open && (
        <div role="menu" className="account-menu" tabIndex={-1} onKeyDown={move}>
          {email && <div className="account-who" role="presentation" translate="no">{email}</div>}
          {appearances.map((one) => (
            <button
              key={one}
              type="button"
              role="menuitemradio"
              aria-checked={one === appearance}
              onClick={() => {
                choose(one);
                close();
              }}
            >
              {messages.navigation[one]}
            </button>
          ))}
          <button
            type="button"
            role="menuitemcheckbox"
            aria-checked={isDesigner}
            className="account-apart"
            onClick={() => {
              showForDesigners(!isDesigner);
              close();
            }}
          >
            {messages.designers.show}
          </button>
          {email && (
            <button
              type="button"
              role="menuitem"
              onClick={() => {
                setOpen(false);
                void navigate('/sign-out');
              }}
            >
              {messages.signIn.signOut}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

const itemsOf = (menu: HTMLElement | null) => [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
