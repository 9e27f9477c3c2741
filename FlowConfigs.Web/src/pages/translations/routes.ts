import type { RouteObject } from 'react-router';

export const translationsRoutes: RouteObject[] = [
  { path: '/translations', lazy: async () => ({ Component: (await import('./translations-page')).TranslationsPage }) },
  {
    path: '/translations/:token',
    lazy: async () => ({ Component: (await import('./config-translations-page')).ConfigTranslationsPage }),
  },
];
