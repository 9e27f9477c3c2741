import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { messages } from '../messages';

interface ConfirmDialogProps {
  title: string;
  /** What is done, on the button. */
  action: string;
  working: boolean;
  error: Error | null;
  children: ReactNode;
  disabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is done, and stays open with the server's sentence where it is refused. */
export function ConfirmDialog({ title, action, working, error, children, disabled = false, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel={messages.app.cancel}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>{messages.app.cancel}</Button>
            <Button variant="primary" loading={working} disabled={disabled} onClick={onConfirm}>{action}</Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {error && <Alert type="error">{error.message}</Alert>}
        {/* SpaceBetween gives a bare text no key. */}
        {typeof children === 'string' ? <div>{children}</div> : children}
      </SpaceBetween>
    </Modal>
  );
}
