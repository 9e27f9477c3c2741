import '@cloudscape-design/global-styles/index.css';
import { Outlet } from 'react-router';
import '../common/connect-theme.css';
import { CloudscapeMessages } from '../common/cloudscape-messages';

/** What every page has around it that is made of Cloudscape's parts: their styles, texts and Connect's colours. */
export function Desk() {
  return (
    <CloudscapeMessages>
      <Outlet />
    </CloudscapeMessages>
  );
}
