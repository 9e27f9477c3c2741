import './config-links.css';
import { Link } from 'react-router';
import { pathToTranslations } from '../api/completeness';
import { tokenOf } from '../api/configs';
import { pathToHistory } from '../api/history';
import { messages } from '../messages';

/** What else there is about a config. */
export function ConfigLinks({ id }: { id: string }) {
  const token = encodeURIComponent(tokenOf(id));
  return (
    <nav className="config-links" aria-label={messages.about.label}>
      <Link to={pathToHistory(id)}>{messages.about.history}</Link>
      <Link to={pathToTranslations(id)}>{messages.about.translations}</Link>
      <Link to={`/flow/${token}`}>{messages.about.flow}</Link>
      <Link to={`/exchange?path=${encodeURIComponent(id)}`}>{messages.about.export}</Link>
    </nav>
  );
}
