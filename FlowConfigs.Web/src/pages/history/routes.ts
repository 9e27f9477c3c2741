import type { RouteObject } from 'react-router';
import { page } from '../../common/later';

export const historyRoutes: RouteObject[] = [
  { path: '/history/:token', lazy: page(async () => (await import('./history-page')).HistoryPage) },
  { path: '/activity', lazy: page(async () => (await import('../activity/activity-page')).ActivityPage) },
];
