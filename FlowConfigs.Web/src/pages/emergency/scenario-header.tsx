import { useState } from 'react';
import { Link } from 'react-router';
import { pathToScenario, type Scenario } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { later } from '../../common/later';
import { Trail } from '../../common/trail';
import { emergencyMessages as texts } from '../../messages/emergency';
import { PlainButton } from '../../plain/button';
import { PageHeading } from '../../plain/layout';
import { scenarioName } from '../../common/scenario-name';

const DeleteScenario = later(async () => (await import('./delete-scenario')).DeleteScenario);

export function ScenarioHeader({ scenario, isOn }: { scenario: Scenario; isOn: boolean }) {
  const may = useMay();
  const [deleting, setDeleting] = useState(false);
  const { id } = scenario;
  return (
    <div>
      <Trail steps={[{ text: texts.all, to: '/emergency' }, { text: scenarioName(id) }]} />
      <PageHeading
        description={scenario.description}
        actions={
          <>
            {may('editValues', id, 'scenarios') && (
              <Link className="plain-button" to={`${pathToScenario(id)}/edit`}>{texts.edit}</Link>
            )}
            {may('delete', id, 'scenarios') && !isOn && <PlainButton onClick={() => setDeleting(true)}>{texts.delete}</PlainButton>}
          </>
        }
      >
        <span className="wrap-anywhere" translate="no">{scenarioName(id)}</span>
      </PageHeading>
      {deleting && <DeleteScenario scenario={scenario} onClose={() => setDeleting(false)} />}
    </div>
  );
}
