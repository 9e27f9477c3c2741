import CloudscapeHelpPanel from '@cloudscape-design/components/help-panel';
import { messages } from '../messages';
import { helpOf } from './help-of';

/** How the page is used, beside the page. */
export function DeskHelp({ path }: { path: string }) {
  const { shown } = helpOf(path);
  return (
    <CloudscapeHelpPanel header={<h2>{shown?.title ?? messages.help.none}</h2>}>
      {shown && <ul>{shown.steps.map((step) => <li key={step}>{step}</li>)}</ul>}
    </CloudscapeHelpPanel>
  );
}
