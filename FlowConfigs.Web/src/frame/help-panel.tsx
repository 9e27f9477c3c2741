import './help-panel.css';
import { useEffect } from 'react';
import { matchPath } from 'react-router';
import { messages } from '../messages';
import { help } from '../messages/help';

interface HelpPanelProps {
  path: string;
  onClose: () => void;
}

/** How the page is used. It stays open from page to page. */
export function HelpPanel({ path, onClose }: HelpPanelProps) {
  const pattern = Object.keys(help).find((each) => matchPath(each, path)) ?? '';
  const shown = help[pattern];

  useEffect(() => {
    const closeOnEscape = ({ key }: KeyboardEvent) => key === 'Escape' && onClose();
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [onClose]);

  return (
    <aside className="help" aria-label={messages.help.open}>
      <h2 key={pattern} ref={focus} tabIndex={-1}>{shown?.title ?? messages.help.none}</h2>
      {shown && <ul>{shown.steps.map((step) => <li key={step}>{step}</li>)}</ul>}
      <button type="button" onClick={onClose}>{messages.help.close}</button>
    </aside>
  );
}

const focus = (heading: HTMLElement | null) => heading?.focus();
