import type { RouteObject } from 'react-router';
import { page } from '../../common/later';

export const callsRoutes: RouteObject[] = [
  { path: '/recent-callers', lazy: page(async () => (await import('./calls-page')).CallsPage) },
];
