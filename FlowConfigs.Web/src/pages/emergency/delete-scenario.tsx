import { useNavigate } from 'react-router';
import { type Scenario, useDeleteScenario } from '../../api/scenarios';
import { ConfirmDialog } from '../../common/confirm-dialog';
import { useNotifications } from '../../common/notifications';
import { emergencyMessages as texts } from '../../messages/emergency';
import { scenarioName } from '../../common/scenario-name';

export function DeleteScenario({ scenario: { id, version }, onClose }: { scenario: Scenario; onClose: () => void }) {
  const navigate = useNavigate();
  const { show } = useNotifications();
  const deletion = useDeleteScenario();
  const { deleting } = texts;

  function confirm() {
    deletion.mutate(
      { id, version },
      {
        onSuccess: () => {
          show({ type: 'success', text: deleting.deleted(scenarioName(id)) }, '/emergency');
          void navigate('/emergency');
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={deleting.title(scenarioName(id))}
      action={deleting.confirm}
      working={deletion.isPending}
      error={deletion.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {deleting.detail}
    </ConfirmDialog>
  );
}
