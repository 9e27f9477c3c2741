import { Notifications } from '../common/notifications';
import { OfflineNotice } from './offline-notice';

export function Notices({ path }: { path: string }) {
  return (
    <>
      <OfflineNotice />
      <Notifications path={path} />
    </>
  );
}
