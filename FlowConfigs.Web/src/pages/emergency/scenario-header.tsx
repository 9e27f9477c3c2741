import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { pathToScenario, type Scenario, useDeleteScenario } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { arrival } from '../../common/notifications';
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
  const deletion = useDeleteScenario();
  const { deleting } = texts;

  function confirm() {
    deletion.mutate(
      { id, version },
      {
        onSuccess: () => void navigate('/emergency', arrival(deleting.deleted(scenarioName(id)))),
      },
    );
  }

  return (
    <Modal
      visible
      header={deleting.title(scenarioName(id))}
      closeAriaLabel={deleting.cancel}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {deleting.cancel}
            </Button>
            <Button variant="primary" loading={deletion.isPending} onClick={confirm}>
              {deleting.confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {deletion.isError ? `${deleting.failed}: ${deletion.error.message}` : deleting.detail}
    </Modal>
  );
}
