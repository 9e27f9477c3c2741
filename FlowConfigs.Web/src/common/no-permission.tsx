import { messages } from '../messages';
import { NotFoundPage } from './not-found-page';

/** In place of what the person may not see. */
export function NoPermission({ title }: { title: string }) {
  return <NotFoundPage title={title} detail={messages.may.notOpenDetail} />;
}
