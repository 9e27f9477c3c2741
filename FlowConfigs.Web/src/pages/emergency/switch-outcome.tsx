import type { Ref } from 'react';
import { ApiProblem } from '../../api/api-problem';
import { formatSeconds } from '../../common/formats';
import { emergencyMessages as texts } from '../../messages/emergency';
import { PlainButton } from '../../plain/button';
import { Waiting } from '../../plain/layout';
import { Notice } from '../../plain/notice';
import { inWords } from './scenario-effects';
import type { Switching } from './use-switching';

const conflict = 412;
const failedTitles = { on: texts.onFailed, off: texts.offFailed, extend: texts.extendFailed };

/** Whether what was asked for was done, and what getConfig says about it. */
export function SwitchOutcome({ switching, ref }: { switching: Switching; ref: Ref<HTMLOutputElement> }) {
  return (
    <output ref={ref} className="scenario-outcome" tabIndex={-1}>
      <Outcome switching={switching} />
    </output>
  );
}

function Outcome({ switching: { failed, reading, live, notRead, readAgain } }: { switching: Switching }) {
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
        {result.differences.map(({ config, key, is }) => (
          <div key={config + key}>{texts.notLiveFor(config, key, inWords(is))}</div>
        ))}
      </Notice>
    );
  }
  const seconds = formatSeconds(result.seconds);
  return (
    <Notice type="success" header={what === 'off' ? texts.liveOff(seconds) : texts.live(seconds)}>
      {texts.liveBy[result.source](result.configs)}
    </Notice>
  );
}
