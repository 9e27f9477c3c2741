import type { RouteObject } from 'react-router';
import { page } from '../../common/later';
import { EmergencyPage } from './emergency-page';
import { ScenarioPage } from './scenario-page';

/** What an emergency needs comes with the frame: once the app is open, nothing more has to be loaded to close. */
export const emergencyRoutes: RouteObject[] = [
  { path: '/emergency', Component: EmergencyPage },
  { path: '/emergency/:token', Component: ScenarioPage },
];

const editor = page(async () => (await import('./scenario-editor-page')).ScenarioEditorPage);

export const scenarioEditorRoutes: RouteObject[] = [
  { path: '/emergency-scenarios/new', lazy: editor },
  { path: '/emergency/:token/edit', lazy: editor },
];
