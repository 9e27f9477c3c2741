import './common/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { isIn, startSession } from './auth/session';
import { LostPart } from './common/load-part';
import { reportErrors } from './common/report-errors';
import { followAppearance } from './common/theme';
import { surviveTranslation } from './common/translated-page';
import { frameTokens } from './frame/frame-tokens';
import { keepForOffline } from './offline/keep-for-offline';
import { isFramed } from './workspace/is-framed';

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no element with the id "root".');
}

surviveTranslation();
reportErrors(isIn);
Object.entries(frameTokens).forEach(([token, colour]) => document.body.style.setProperty(token, colour));
followAppearance();
void startSession();
if (isFramed) {
  void import('./workspace/join-workspace').then(({ joinWorkspace }) => joinWorkspace());
} else {
  keepForOffline();
}

// What is lost or breaks is shown in its place; a fault of ours is said in the console and reported as well.
const onCaughtError = (error: unknown) => (error instanceof LostPart ? undefined : window.reportError(error));
createRoot(root, { onCaughtError }).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
