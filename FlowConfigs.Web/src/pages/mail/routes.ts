import type { RouteObject } from 'react-router';
import { page } from '../../common/later';

export const mailRoutes: RouteObject[] = [{ path: '/mail', lazy: page(async () => (await import('./mail-page')).MailPage) }];
