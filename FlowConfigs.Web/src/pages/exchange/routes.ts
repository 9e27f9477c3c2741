import type { RouteObject } from 'react-router';
import { page } from '../../common/later';

export const exchangeRoutes: RouteObject[] = [
  { path: '/exchange', lazy: page(async () => (await import('./exchange-page')).ExchangePage) },
];
