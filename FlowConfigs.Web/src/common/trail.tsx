import './trail.css';
import { Link } from 'react-router';
import { messages } from '../messages';

export interface Step {
  text: string;
  /** Where it leads; the page itself leads nowhere, and neither does what the person may not see. */
  to?: string;
}

/** Where the page stands, from the list down to the page itself. */
export function Trail({ steps }: { steps: Step[] }) {
  return (
    <nav aria-label={messages.app.trail} className="trail">
      <ol>
        {steps.map(({ text, to }, index) => (
          <li key={text}>
            {to ? <Link to={to}>{text}</Link> : <span aria-current={index === steps.length - 1 ? 'page' : undefined}>{text}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
