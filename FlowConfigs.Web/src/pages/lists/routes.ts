import type { RouteObject } from 'react-router';

export const listsRoutes: RouteObject[] = [
  { path: '/lists', lazy: async () => ({ Component: (await import('./lists-page')).ListsPage }) },
  { path: '/lists/:token', lazy: async () => ({ Component: (await import('./list-page')).ListPage }) },
];
