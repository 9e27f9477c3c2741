import './emergency.css';
import { useParams } from 'react-router';
import { idOf } from '../../api/configs';
import { useScenario } from '../../api/scenarios';
import { useMay, useMayAnywhere } from '../../auth/may';
import { Loaded } from '../../common/loaded';
import { NoPermission } from '../../common/no-permission';
import { messages } from '../../messages';
import { emergencyMessages as texts } from '../../messages/emergency';
import { ScenarioEditor } from './scenario-editor';

/** Prepares a scenario; without a name in the address a new one. */
export function ScenarioEditorPage() {
  const { token } = useParams();
  const may = useMay();
  const mayAnywhere = useMayAnywhere();
  const id = token === undefined ? null : idOf(token);
  const scenario = useScenario(id ?? '', id !== null);

  if (id === null) {
    return mayAnywhere('define', 'scenarios') ? <ScenarioEditor /> : <NoPermission title={messages.may.notHere} />;
  }
  if (!may('editValues', id, 'scenarios')) {
    return <NoPermission title={messages.may.notOpen(id)} />;
  }
  return (
    <Loaded query={scenario} loading={texts.loading} failed={texts.failed}>
      {(found) => <ScenarioEditor key={found.id} scenario={found} />}
    </Loaded>
  );
}
