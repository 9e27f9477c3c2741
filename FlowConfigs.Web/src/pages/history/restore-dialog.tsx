import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem';
import { useConfig } from '../../api/configs';
import { useRestore, useVersion } from '../../api/history';
import type { ConfigValues, TimedChange } from '../../api/types';
import { ConfirmDialog } from '../../common/confirm-dialog';
import { LoadingPage } from '../../common/loading-page';
import { useNotifications } from '../../common/notifications';
import { historyMessages as texts } from '../../messages/history';
import { RestoreReview } from './restore-review';

const conflict = 412;

interface RestoreDialogProps {
  id: string;
  version: string;
  /** The number of the version that holds now. */
  current: number;
  /** Whether it was deleted, so that there is nothing to compare with. */
  deleted: boolean;
  onClose: () => void;
}

/** The same review as before a save. */
export function RestoreDialog({ id, version, current, deleted, onClose }: RestoreDialogProps) {
  const [comment, setComment] = useState('');
  const [withTimed, setWithTimed] = useState(false);
  const { show } = useNotifications();
  const restore = useRestore(id);
  const now = useConfig(id, !deleted);
  const wanted = useVersion(id, version);
  const overtaken = restore.error instanceof ApiProblem && restore.error.status === conflict;

  function confirm() {
    restore.mutate(
      { version, ...(withTimed && { changes: true }), comment: comment.trim() || null, basedOn: current },
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
      action={texts.restoreAction(version)}
      working={restore.isPending}
      error={overtaken ? new Error(texts.conflict) : (restore.error ?? wanted.error)}
      disabled={!wanted.data || (!deleted && now.isPending)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <div>{texts.restoreDetail(current + 1)}</div>
        {!deleted && (now.isPending || wanted.isPending) && <LoadingPage />}
        {now.data && wanted.data && (
          <RestoreReview
            current={now.data}
            version={wanted.data as ConfigValues & { changes: TimedChange[] }}
            withTimed={withTimed}
            onWithTimed={setWithTimed}
          />
        )}
        <FormField label={texts.comment} stretch>
          <Input value={comment} onChange={({ detail }) => setComment(detail.value)} />
        </FormField>
      </SpaceBetween>
    </ConfirmDialog>
  );
}
