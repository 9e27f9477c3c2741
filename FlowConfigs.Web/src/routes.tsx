import { createBrowserRouter } from 'react-router';
import { AppFrame } from './frame/app-frame';
import { LeanFrame } from './frame/lean-frame';
import { BrokenPage } from './common/broken-page';
import { page } from './common/later';
import { LoadingPage } from './common/loading-page';
import { NotFoundPage } from './common/not-found-page';
import { HomePage } from './pages/home/home-page';
import { callsRoutes } from './pages/calls/routes';
import { emergencyRoutes, scenarioEditorRoutes } from './pages/emergency/routes';
import { exchangeRoutes } from './pages/exchange/routes';
import { flowRoutes } from './pages/flow/routes';
import { historyRoutes } from './pages/history/routes';
import { listsRoutes } from './pages/lists/routes';
import { mailRoutes } from './pages/mail/routes';
import { officeCalendarRoutes } from './pages/office-calendar/routes';
import { settingsRoutes } from './pages/settings/routes';
import { translationsRoutes } from './pages/translations/routes';

// Inside the frame, so that a page that breaks leaves the navigation working.
const broken = <BrokenPage />;

export const router = createBrowserRouter([
  {
    element: <AppFrame />,
    HydrateFallback: LoadingPage,
    // Never the router's own screen, whatever breaks in the frame.
    errorElement: <BrokenPage />,
    children: [
      {
        element: <LeanFrame />,
        children: [
          {
            errorElement: broken,
            children: [
              { path: '/', element: <HomePage /> },
              ...emergencyRoutes,
              { path: '/sign-out', lazy: page(async () => (await import('./auth/sign-out-page')).SignOutPage) },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
      {
        // Where Cloudscape's frame itself cannot be loaded.
        errorElement: <LeanFrame>{broken}</LeanFrame>,
        lazy: page(async () => (await import('./frame/desk')).Desk),
        children: [
          {
            errorElement: broken,
            children: [
              ...scenarioEditorRoutes,
              ...listsRoutes,
              ...historyRoutes,
              ...translationsRoutes,
              ...exchangeRoutes,
              ...flowRoutes,
              ...settingsRoutes,
              ...callsRoutes,
              ...officeCalendarRoutes,
              ...mailRoutes,
              { path: '/configs', lazy: page(async () => (await import('./pages/configs/configs-page')).ConfigsPage) },
              { path: '/configs/:token', lazy: page(async () => (await import('./pages/config/config-page')).ConfigPage) },
              { path: '/callers', lazy: page(async () => (await import('./pages/callers/callers-page')).CallersPage) },
            ],
          },
        ],
      },
    ],
  },
]);
