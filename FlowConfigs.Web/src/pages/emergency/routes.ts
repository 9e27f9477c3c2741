import type { RouteObject } from 'react-router';

const editor = async () => ({ Component: (await import('./scenario-editor-page')).ScenarioEditorPage });

export const emergencyRoutes: RouteObject[] = [
  { path: '/emergency', lazy: async () => ({ Component: (await import('./emergency-page')).EmergencyPage }) },
  { path: '/emergency-scenarios/new', lazy: editor },
  { path: '/emergency/:token', lazy: async () => ({ Component: (await import('./scenario-page')).ScenarioPage }) },
  { path: '/emergency/:token/edit', lazy: editor },
];
