import { AmazonConnectApp } from '@amazon-connect/app';
import { applyConnectTheme } from '@amazon-connect/theme';
import { setWorkspaceAppearance } from '../common/theme';

/** The SDK's own time limits are 5 s for the connection and 30 s for the theme; the app waits for neither. */
const connectionTimeout = 5_000;

/**
 * Tells the agent workspace that the app is there, and takes its theme and its light or dark mode. In any other frame nobody
 * answers, and the app stays as it is. Call it once: the SDK allows no more.
 */
export function joinWorkspace(): void {
  const { provider } = AmazonConnectApp.init({
    // Nothing to prepare and nothing to lose: unsaved changes are asked about by the page that has them.
    onCreate: () => Promise.resolve(),
    onDestroy: () => Promise.resolve(),
    workspace: { connectionTimeout },
  });
  provider.subscribe({ namespace: 'aws.connect.user', key: 'visualModeChange' }, showVisualMode);
  void applyConnectTheme(provider);
}

/** The workspace's choice is above the system's, which is followed until the workspace says something. */
function showVisualMode({ visualMode }: { visualMode?: 'light' | 'dark' | 'auto' }): Promise<void> {
  if (visualMode) {
    setWorkspaceAppearance(visualMode === 'auto' ? 'system' : visualMode);
  }
  return Promise.resolve();
}
