import { loadConnectTheme } from '../common/theme';
import { joinWorkspace } from './join-workspace';

/** After Connect's own colours, which would otherwise replace the workspace's. */
export const start = () => loadConnectTheme().then(joinWorkspace);
