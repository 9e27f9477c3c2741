import type { RouteObject } from 'react-router';

export const callsRoutes: RouteObject[] = [
  { path: '/recent-callers', lazy: async () => ({ Component: (await import('./calls-page')).CallsPage }) },
];
