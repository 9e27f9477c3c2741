import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import { type AuditEntry, pathToHistory } from '../../api/history';
import { pathToScenario } from '../../api/scenarios';
import { FieldChanges } from '../../common/field-changes';
import { formatExactTime } from '../../common/formats';
import { PageLink } from '../../common/page-link';
import { activityMessages as texts, historyMessages } from '../../messages/history';
import { pathToList } from '../../api/lists';
import type { ConfigSummary } from '../../api/types';
import { asKeys, type Labels } from '../../common/labels';
import { scenarioName } from '../../common/scenario-name';
import { useShownName } from '../../common/shown-name';
import { summaryLabels } from '../configs/key-names';

/** One change: when and by whom, of what, and what it did. */
export function ActivityEntry({ entry, configs }: { entry: AuditEntry; configs: ReadonlyMap<string, ConfigSummary> }) {
  const { kind, id, version, saved, changes = [], more = 0 } = entry;
  const shown = useShownName();
  const to = addressOf(kind, id);
  const configName = (config: string) => shown(config, configs.get(config)?.displayName);
  const name = kind === 'config' ? configName(id) : kind === 'scenario' ? scenarioName(id) : id;
  const ofScenario: Labels = (list, key) => (list === 'values' ? configName(key) : key);
  const labels = kind === 'config' ? summaryLabels(id, configs, shown) : kind === 'scenario' ? ofScenario : asKeys;
  return (
    <li>
      <div>
        <time dateTime={saved.at}>{formatExactTime(saved.at)}</time>
        <Box color="text-body-secondary">
          <span className="wrap-anywhere" translate="no">{saved.by}</span>
        </Box>
      </div>
      <div>
        <Badge>{texts.kindOf[kind] ?? kind}</Badge>{' '}
        <span className="wrap-anywhere" translate="no">{to === null ? name : <PageLink to={to}>{name}</PageLink>}</span>{' '}
        <b>{historyMessages.actions[saved.action ?? 'saved']}</b>
        {version ? `, ${texts.version(version)}` : ''}
        {saved.comment && <span className="wrap-anywhere" translate="no">: “{saved.comment}”</span>}
        <FieldChanges changes={changes} more={more} labels={labels} />
      </div>
    </li>
  );
}

function addressOf(kind: string, id: string): string | null {
  switch (kind) {
    case 'config':
      return pathToHistory(id);
    case 'scenario':
      return pathToScenario(id);
    case 'list':
      return pathToList(id);
    case 'settings':
      return '/settings';
    default:
      return null;
  }
}
