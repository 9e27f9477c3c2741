import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem';
import { useRestore } from '../../api/history';
import { useNotifications } from '../../common/notifications';
import { historyMessages as texts } from '../../messages/history';

const conflict = 412;

interface RestoreDialogProps {
  id: string;
  version: string;
  /** The number of the version that holds now. */
  current: number;
  onClose: () => void;
}

export function RestoreDialog({ id, version, current, onClose }: RestoreDialogProps) {
  const [comment, setComment] = useState('');
  const { show } = useNotifications();
  const restore = useRestore(id);
  const overtaken = restore.error instanceof ApiProblem && restore.error.status === conflict;

  function confirm() {
    restore.mutate(
      { version, comment: comment.trim() || null, basedOn: current },
      {
        onSuccess: (saved) => {
          show({ type: 'success', text: texts.restored(saved.version) });
          onClose();
        },
      },
    );
  }

  return (
    <Modal
      visible
      header={texts.restoreTitle(version)}
      closeAriaLabel={texts.cancel}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button variant="primary" loading={restore.isPending} onClick={confirm}>
              {texts.restore}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {restore.isError && (
          <Alert type="error" header={texts.restoreFailed}>
            {overtaken ? texts.conflict : restore.error.message}
          </Alert>
        )}
        <div>{texts.restoreDetail(current + 1)}</div>
        <FormField label={texts.comment} stretch>
          <Input value={comment} onChange={({ detail }) => setComment(detail.value)} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
