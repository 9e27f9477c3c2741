import type { RouteObject } from 'react-router';
import { page } from '../../common/later';

export const translationsRoutes: RouteObject[] = [
  { path: '/translations', lazy: page(async () => (await import('./translations-page')).TranslationsPage) },
  {
    path: '/translations/:token',
    lazy: page(async () => (await import('./config-translations-page')).ConfigTranslationsPage),
  },
];
