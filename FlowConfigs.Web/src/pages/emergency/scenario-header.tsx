import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { pathToScenario, type Scenario, useDeleteScenario } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { ConfirmDialog } from '../../common/confirm-dialog';
import { useNotifications } from '../../common/notifications';
import { Trail } from '../../common/trail';
import { emergencyMessages as texts } from '../../messages/emergency';
import { scenarioName } from './scenario-name';

export function ScenarioHeader({ scenario, isOn }: { scenario: Scenario; isOn: boolean }) {
  const navigate = useNavigate();
  const may = useMay();
  const [deleting, setDeleting] = useState(false);
  const { id } = scenario;
  return (
    <div>
      <Trail steps={[{ text: texts.all, to: '/emergency' }, { text: scenarioName(id) }]} />
      <Header
        variant="h1"
        description={scenario.description}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {may('editValues', id, 'scenarios') && (
              <Button onClick={() => void navigate(`${pathToScenario(id)}/edit`)}>{texts.edit}</Button>
            )}
            {may('delete', id, 'scenarios') && !isOn && <Button onClick={() => setDeleting(true)}>{texts.delete}</Button>}
          </SpaceBetween>
        }
      >
        <span className="wrap-anywhere">{scenarioName(id)}</span>
      </Header>
      {deleting && <DeleteDialog scenario={scenario} onClose={() => setDeleting(false)} />}
    </div>
  );
}

function DeleteDialog({ scenario: { id, version }, onClose }: { scenario: Scenario; onClose: () => void }) {
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
