import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../api/api-problem';
import { type ConfigAction, useConfigAction } from '../../api/config-actions';
import { pathTo } from '../../api/configs';
import type { Config } from '../../api/types';
import { ConfirmDialog } from '../../common/confirm-dialog';
import { useNotifications } from '../../common/notifications';
import { configMessages } from '../../messages/config';
import { definingMessages } from '../../messages/defining';
import { DetailsDialog } from './details-dialog';
import type { WholeAction } from './whole-actions';

const { save } = configMessages;
const { actions } = definingMessages;

interface ActionDialogProps {
  config: Config;
  action: WholeAction;
  onClose: () => void;
}

/** Asks for what the action needs, and says what it does. */
export function ActionDialog({ config, action, onClose }: ActionDialogProps) {
  return action === 'details' ? <DetailsDialog onClose={onClose} /> : <WholeDialog config={config} action={action} onClose={onClose} />;
}

function WholeDialog({ config: { id, displayName, version }, action, onClose }: ActionDialogProps & { action: Exclude<WholeAction, 'details'> }) {
  const navigate = useNavigate();
  const { show } = useNotifications();
  const mutation = useConfigAction();
  const [to, setTo] = useState(startOf(action, id));
  const [children, setChildren] = useState(false);
  const [aliases, setAliases] = useState(false);
  const [comment, setComment] = useState('');
  const deletes = action === 'delete';

  function confirm() {
    mutation.mutate(requestFor(action), {
      onSuccess: () => {
        const path = deletes ? '/configs' : pathTo(to);
        show({ type: 'success', text: deletes ? actions.deleted(displayName ?? id) : actions.done[action](id, to) }, path);
        void navigate(path);
        onClose();
      },
    });
  }

  function requestFor(kind: Exclude<WholeAction, 'details'>): ConfigAction {
    switch (kind) {
      case 'below':
        return { kind: 'create', to, comment };
      case 'clone':
        return { kind, id, to, comment };
      case 'move':
        return { kind, id, version, to, comment };
      case 'delete':
        return { kind, id, version, children, aliases, comment };
    }
  }

  return (
    <ConfirmDialog
      title={`${actions[action].replace('…', '')}: ${displayName ?? id}`}
      action={actions.confirm[action]}
      working={mutation.isPending}
      error={refusalOf(mutation.error, deletes && !aliases)}
      disabled={!deletes && (to.trim() === '' || to.endsWith('/') || to === id)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div>{actions.says[action]}</div>
      {deletes ? (
        <>
          <Checkbox checked={children} onChange={({ detail }) => setChildren(detail.checked)}>{actions.children}</Checkbox>
          <Checkbox checked={aliases} onChange={({ detail }) => setAliases(detail.checked)} description={actions.aliasesHint}>
            {actions.aliases}
          </Checkbox>
        </>
      ) : (
        <FormField label={actions.id} constraintText={actions.idHint} stretch>
          <Input value={to} onChange={({ detail }) => setTo(detail.value)} />
        </FormField>
      )}
      <FormField label={save.comment} stretch>
        <Input value={comment} onChange={({ detail }) => setComment(detail.value)} />
      </FormField>
    </ConfirmDialog>
  );
}

const conflict = 409;

/** The server's sentence is for programs where something points at what is to be deleted. */
function refusalOf(error: Error | null, withoutAliases: boolean): Error | null {
  const isPointedAt = withoutAliases && error instanceof ApiProblem && error.status === conflict && error.message.includes('alias');
  return isPointedAt ? new Error(actions.pointedAt) : error;
}

function startOf(action: WholeAction, id: string): string {
  return action === 'below' ? `${id}/` : action === 'clone' ? `${id}-copy` : id;
}
