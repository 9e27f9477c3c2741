import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { ApiProblem } from '../../api/api-problem';
import { scenarioPreview } from '../../api/scenarios';
import { formatSeconds } from '../../common/formats';
import { useShownName } from '../../common/shown-name';
import { messages } from '../../messages';
import { emergencyMessages as texts } from '../../messages/emergency';
import { PlainButton } from '../../plain/button';
import { Waiting } from '../../plain/layout';
import { Notice } from '../../plain/notice';
import { inWords } from './scenario-effects';
import type { Switching } from './use-switching';

const conflict = 412;
const failedTitles = { on: texts.onFailed, off: texts.offFailed, extend: texts.extendFailed, undo: texts.onFailed };

/** Whether what was asked for was done, and what getConfig says about it. */
export function SwitchOutcome({ id, switching, ref }: { id: string; switching: Switching; ref: Ref<HTMLOutputElement> }) {
  return (
    <output ref={ref} className="scenario-outcome" tabIndex={-1}>
      <Outcome id={id} switching={switching} />
    </output>
  );
}

function Outcome({ id, switching: { failed, reading, live, notRead, readAgain, undo } }: { id: string; switching: Switching }) {
  const shown = useShownName();
  const effects = useQuery(scenarioPreview(id)).data?.configs ?? [];
  const again = (
    <PlainButton working={reading} onClick={readAgain}>{texts.again}</PlainButton>
  );
  if (failed) {
    const overtaken = failed.error instanceof ApiProblem && failed.error.status === conflict;
    return (
      <Notice type="error" header={failedTitles[failed.what]}>
        {overtaken ? texts.changedMeanwhile : failed.error.message}
      </Notice>
    );
  }
  if (reading) {
    return <Waiting>{texts.checking}</Waiting>;
  }
  if (notRead) {
    return (
      <Notice type="warning" header={texts.notRead} action={again}>
        {notRead.message}
      </Notice>
    );
  }
  if (!live) {
    return null;
  }
  const { what, result } = live;
  if (result.differences.length > 0) {
    return (
      <Notice type="error" header={texts.notLive} action={again}>
        {result.differences.map(({ config, key, is }) => {
          const effect = effects.find((one) => one.config === config);
          const name = shown(key, effect?.keys.find((one) => one.key === key)?.displayName);
          return <div key={config + key}>{texts.notLiveFor(shown(config, effect?.displayName), name, inWords(is))}</div>;
        })}
      </Notice>
    );
  }
  const seconds = formatSeconds(result.seconds);
  const undoOff = what === 'off' && undo && <PlainButton onClick={undo}>{messages.undo.action}</PlainButton>;
  return (
    <Notice type="success" header={what === 'off' ? texts.liveOff(seconds) : texts.live(seconds)} action={undoOff}>
      {texts.liveBy[result.source](result.configs)}
    </Notice>
  );
}
