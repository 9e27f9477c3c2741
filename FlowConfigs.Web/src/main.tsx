import '@cloudscape-design/global-styles/index.css';
import './common/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { isIn, startSession } from './auth/session';
import { reportErrors } from './common/report-errors';
import { followAppearance, loadConnectTheme } from './common/theme';

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no element with the id "root".');
}

reportErrors(isIn);
followAppearance();
void startSession();
void loadConnectTheme().then(joinIfFramed);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

/** After Connect's own colours, which would otherwise replace the workspace's. */
async function joinIfFramed(): Promise<void> {
  if (window.parent !== window) {
    const { joinWorkspace } = await import('./workspace/join-workspace');
    joinWorkspace();
  }
}
