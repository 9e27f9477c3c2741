import type { RouteObject } from 'react-router';

export const flowRoutes: RouteObject[] = [
  { path: '/flow/:token', lazy: async () => ({ Component: (await import('./flow-page')).FlowPage }) },
];
