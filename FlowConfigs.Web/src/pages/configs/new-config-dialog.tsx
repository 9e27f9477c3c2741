import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useConfigAction } from '../../api/config-actions';
import { pathTo } from '../../api/configs';
import { ConfirmDialog } from '../../common/confirm-dialog';
import { configsMessages } from '../../messages/configs';

/** A new, empty config; its variables and prompts are added on its page. */
export function NewConfigDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const mutation = useConfigAction();
  const [to, setTo] = useState('');
  return (
    <ConfirmDialog
      title={configsMessages.newConfig}
      action={configsMessages.create}
      working={mutation.isPending}
      error={mutation.error}
      disabled={to.trim() === ''}
      onConfirm={() => mutation.mutate({ kind: 'create', to: to.trim(), comment: '' }, { onSuccess: () => void navigate(pathTo(to.trim())) })}
      onClose={onClose}
    >
      <FormField label={configsMessages.newId} constraintText={configsMessages.newIdHint} stretch>
        <Input value={to} onChange={({ detail }) => setTo(detail.value)} />
      </FormField>
    </ConfirmDialog>
  );
}
