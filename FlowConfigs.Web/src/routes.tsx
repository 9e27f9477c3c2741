import { createBrowserRouter } from 'react-router';
import { AppFrame } from './frame/app-frame';
import { BrokenPage } from './common/broken-page';
import { LoadingPage } from './common/loading-page';
import { HomePage } from './pages/home/home-page';
import { callsRoutes } from './pages/calls/routes';
import { emergencyRoutes } from './pages/emergency/routes';
import { exchangeRoutes } from './pages/exchange/routes';
import { flowRoutes } from './pages/flow/routes';
import { historyRoutes } from './pages/history/routes';
import { listsRoutes } from './pages/lists/routes';
import { settingsRoutes } from './pages/settings/routes';
import { translationsRoutes } from './pages/translations/routes';

export const router = createBrowserRouter([
  {
    element: <AppFrame />,
    HydrateFallback: LoadingPage,
    children: [
      {
        // Inside the frame, so that a page that breaks leaves the navigation working.
        errorElement: <BrokenPage />,
        children: [
          { path: '/', element: <HomePage /> },
          ...emergencyRoutes,
          ...listsRoutes,
          ...historyRoutes,
          ...translationsRoutes,
          ...exchangeRoutes,
          ...flowRoutes,
          ...settingsRoutes,
          ...callsRoutes,
          {
            path: '/configs',
            lazy: async () => ({ Component: (await import('./pages/configs/configs-page')).ConfigsPage }),
          },
          {
            path: '/configs/:token',
            lazy: async () => ({ Component: (await import('./pages/config/config-page')).ConfigPage }),
          },
          {
            path: '/callers',
            lazy: async () => ({ Component: (await import('./pages/callers/callers-page')).CallersPage }),
          },
          {
            path: '/sign-out',
            lazy: async () => ({ Component: (await import('./auth/sign-out-page')).SignOutPage }),
          },
          {
            path: '*',
            lazy: async () => ({ Component: (await import('./common/not-found-page')).NotFoundPage }),
          },
        ],
      },
    ],
  },
]);
