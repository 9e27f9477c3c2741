import Flashbar from '@cloudscape-design/components/flashbar';
import { messages } from '../messages';
import type { Notification } from './notifications';

export function NotificationBar({ type, text, onDismiss }: Notification & { onDismiss: () => void }) {
  return (
    <Flashbar
      items={[
        {
          id: text,
          type,
          content: text,
          dismissible: true,
          dismissLabel: messages.app.dismiss,
          onDismiss,
          ariaRole: 'status',
        },
      ]}
      i18nStrings={{ ariaLabel: messages.app.notifications }}
    />
  );
}
