import '../config/config.css';
import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { usePreview } from '../../api/preview';
import type { Config, ConfigValues, TimedChange } from '../../api/types';
import { formatInZone } from '../../common/format-in-zone';
import { configMessages } from '../../messages/config';
import { historyMessages as texts } from '../../messages/history';
import { CallerChanges } from '../config/caller-changes';
import { SpeechWarnings } from '../config/speech-warnings';
import { changesBetween, valuesOf } from '../config/values';
import { useLabels } from '../../common/labels';

interface RestoreReviewProps {
  current: Config;
  version: ConfigValues & { changes: TimedChange[] };
  withTimed: boolean;
  onWithTimed: (withTimed: boolean) => void;
}

/** What a restore changes for callers, as before any save; the timed changes of that version only where somebody ticks them. */
export function RestoreReview({ current, version, withTimed, onWithTimed }: RestoreReviewProps) {
  const { displayName, description, defaultLanguage, variables, prompts, overrides } = version;
  const ahead = timedAhead(version.changes);
  const config = {
    displayName, description, defaultLanguage, variables, prompts, overrides, ...(withTimed && { changes: ahead }),
  };
  const labels = useLabels(current);
  const preview = usePreview({ id: current.id, config });
  const problems = preview.data?.problems ?? [];
  const changes = changesBetween(valuesOf(current), valuesOf(version));
  return (
    <SpaceBetween size="m">
      {preview.isError && <Alert type="warning">{configMessages.review.unknown}</Alert>}
      {problems.length > 0 && (
        <Alert type="error" header={configMessages.review.problems}>
          {problems.map(({ path, message }) => <div key={path + message}>{message}</div>)}
        </Alert>
      )}
      <SpeechWarnings warnings={preview.data?.warnings ?? []} sent={config} labels={labels} />
      {changes.length === 0 ? <div>{texts.restoreSame}</div> : <CallerChanges base={current} edited={current} changes={changes} labels={labels} preview={preview.data} />}
      {ahead.length > 0 && (
        <Checkbox checked={withTimed} description={texts.restoreTimedHint} onChange={({ detail }) => onWithTimed(detail.checked)}>
          {texts.restoreTimed(ahead.map(({ values, until, timeZone }) => `${Object.keys(values).map((key) => labels(undefined, key)).join(', ')} (${formatInZone(until, timeZone)})`))}
        </Checkbox>
      )}
    </SpaceBetween>
  );
}

/** Those that are not over: the others would come back without ever holding. */
const timedAhead = (changes: TimedChange[]) => changes.filter(({ until }) => Date.parse(until) > Date.now());
