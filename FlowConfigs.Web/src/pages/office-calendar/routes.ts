import type { RouteObject } from 'react-router';
import { page } from '../../common/later';

export const officeCalendarRoutes: RouteObject[] = [
  { path: '/office-calendar', lazy: page(async () => (await import('./office-calendar-page')).OfficeCalendarPage) },
];
