import { Link } from 'react-router';
import { pathToScenario, type ScenarioSummary } from '../../api/scenarios';
import { emergencyMessages as texts } from '../../messages/emergency';
import { endText } from '../../common/end-text';
import { scenarioName } from '../../common/scenario-name';
import { useDesignerView } from '../../common/designer-view';

/** All of the card leads to the scenario, so that a thumb in a hurry cannot miss. */
export function ScenarioCard({ scenario, now }: { scenario: ScenarioSummary; now: Date }) {
  const { id, description, configs, on } = scenario;
  const [isDesigner] = useDesignerView();
  const isOn = on !== null && new Date(on.until) > now;
  return (
    <li className={isOn ? 'scenario scenario-on' : 'scenario'}>
      <h2 className="scenario-name">
        <Link to={pathToScenario(id)}>{scenarioName(id)}</Link>
      </h2>
      {description && <p>{description}</p>}
      <p className="scenario-facts">
        {isOn ? (
          <b className="plain-status plain-status-warning">{texts.on(endText(on.until, on.timeZone, now))}</b>
        ) : (
          <span className="plain-status">{texts.off}</span>
        )}
        <span>{texts.configs(configs.length)}</span>
        {isDesigner && <span className="wrap-anywhere" translate="no">{id}</span>}
      </p>
    </li>
  );
}
