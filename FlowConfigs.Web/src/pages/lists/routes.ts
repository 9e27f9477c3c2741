import type { RouteObject } from 'react-router';
import { page } from '../../common/later';

export const listsRoutes: RouteObject[] = [
  { path: '/lists', lazy: page(async () => (await import('./lists-page')).ListsPage) },
  { path: '/lists/:token', lazy: page(async () => (await import('./list-page')).ListPage) },
];
