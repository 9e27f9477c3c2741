import type { RouteObject } from 'react-router';
import { page } from '../../common/later';

export const flowRoutes: RouteObject[] = [
  { path: '/flow/:token', lazy: page(async () => (await import('./flow-page')).FlowPage) },
];
