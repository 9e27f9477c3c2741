import { createBrowserRouter, Navigate } from 'react-router';
import { AppFrame } from './frame/app-frame';
import { BrokenPage } from './common/broken-page';
import { LoadingPage } from './common/loading-page';

export const router = createBrowserRouter([
  {
    element: <AppFrame />,
    HydrateFallback: LoadingPage,
    children: [
      {
        // Inside the frame, so that a page that breaks leaves the navigation working.
        errorElement: <BrokenPage />,
        children: [
          { path: '/', element: <Navigate to="/configs" replace /> },
          {
            path: '/configs',
            lazy: async () => ({ Component: (await import('./pages/configs/configs-page')).ConfigsPage }),
          },
          {
            path: '/configs/:token',
            lazy: async () => ({ Component: (await import('./pages/config/config-page')).ConfigPage }),
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
