import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';

interface AskDialogProps {
  title: string;
  detail: string;
  confirm: string;
  cancel: string;
  /** What failed, when the person said yes and it did. */
  failed: string;
  error: Error | null;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function AskDialog({ title, detail, confirm, cancel, failed, error, pending, onConfirm, onClose }: AskDialogProps) {
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel={cancel}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {cancel}
            </Button>
            <Button variant="primary" loading={pending} onClick={onConfirm}>
              {confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="s">
        {error && (
          <Alert type="error" header={failed}>
            {error.message}
          </Alert>
        )}
        <div>{detail}</div>
      </SpaceBetween>
    </Modal>
  );
}
