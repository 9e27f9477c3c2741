import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem';
import { useRestore } from '../../api/history';
import { ConfirmDialog } from '../../common/confirm-dialog';
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
    <ConfirmDialog
      title={texts.restoreTitle(version)}
      action={texts.restore}
      working={restore.isPending}
      error={overtaken ? new Error(texts.conflict) : restore.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <div>{texts.restoreDetail(current + 1)}</div>
        <FormField label={texts.comment} stretch>
          <Input value={comment} onChange={({ detail }) => setComment(detail.value)} />
        </FormField>
      </SpaceBetween>
    </ConfirmDialog>
  );
}
