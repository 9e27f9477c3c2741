import './help-panel.css';
import { messages } from '../messages';
import { helpOf } from './help-of';
import { useEscape } from './use-escape';

interface HelpPanelProps {
  path: string;
  onClose: () => void;
}

/** How the page is used, over the page. */
export function HelpPanel({ path, onClose }: HelpPanelProps) {
  const { pattern, shown } = helpOf(path);
  useEscape(onClose);

  return (
    <aside className="help" aria-label={messages.help.open}>
      <h2 key={pattern} ref={focus} tabIndex={-1}>{shown?.title ?? messages.help.none}</h2>
      {shown && <ul>{shown.steps.map((step) => <li key={step}>{step}</li>)}</ul>}
      <button type="button" onClick={onClose}>{messages.help.close}</button>
    </aside>
  );
}

const focus = (heading: HTMLElement | null) => heading?.focus();
