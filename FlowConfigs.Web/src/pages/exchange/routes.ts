import type { RouteObject } from 'react-router';

export const exchangeRoutes: RouteObject[] = [
  { path: '/exchange', lazy: async () => ({ Component: (await import('./exchange-page')).ExchangePage }) },
];
