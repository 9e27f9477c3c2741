import type { RouteObject } from 'react-router';

export const historyRoutes: RouteObject[] = [
  { path: '/history/:token', lazy: async () => ({ Component: (await import('./history-page')).HistoryPage }) },
  { path: '/activity', lazy: async () => ({ Component: (await import('../activity/activity-page')).ActivityPage }) },
];
