import './help-panel.css';
import { useEffect, useRef } from 'react';
import { matchPath } from 'react-router';
import { messages } from '../messages';
import { help } from '../messages/help';

interface HelpPanelProps {
  path: string;
  onClose: () => void;
}

/** How the page is used, beside it at a desk and below the header on a phone. */
export function HelpPanel({ path, onClose }: HelpPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const pattern = Object.keys(help).find((each) => matchPath(each, path));
  const shown = pattern === undefined ? undefined : help[pattern];
  useEffect(() => heading.current?.focus(), [path]);

  return (
    <aside className="help" aria-label={messages.help.open} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <h2 ref={heading} tabIndex={-1}>{shown?.title ?? messages.help.none}</h2>
      {shown && <ul>{shown.steps.map((step) => <li key={step}>{step}</li>)}</ul>}
      <button type="button" onClick={onClose}>{messages.help.close}</button>
    </aside>
  );
}
