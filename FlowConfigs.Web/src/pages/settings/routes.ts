import type { RouteObject } from 'react-router';
import { page } from '../../common/later';

export const settingsRoutes: RouteObject[] = [
  { path: '/settings', lazy: page(async () => (await import('./settings-page')).SettingsPage) },
];
