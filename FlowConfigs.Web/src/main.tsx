import '@cloudscape-design/global-styles/index.css';
import './common/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { followSystemColours, loadConnectTheme } from './common/theme';

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no element with the id "root".');
}

followSystemColours();
void loadConnectTheme();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
