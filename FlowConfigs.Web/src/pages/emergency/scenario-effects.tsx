import { Link } from 'react-router';
import { pathTo } from '../../api/configs';
import type { KeyEffect, ScenarioEffect } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { emergencyMessages as texts } from '../../messages/emergency';
import { own } from '../../common/own';
import { useShownName } from '../../common/shown-name';

/** What callers of each config get now and then; the one that is not given is left out. */
export function ScenarioEffects({ effects, onlyAfter = false }: { effects: ScenarioEffect[]; onlyAfter?: boolean }) {
  const may = useMay();
  const shown = useShownName();
  return (
    <ul className="scenario-effects">
      {effects.map(({ config, displayName, version, keys }) => (
        <li key={config}>
          <h3 className="wrap-anywhere" translate="no">
            {may('view', config) ? <Link to={pathTo(config)}>{shown(config, displayName)}</Link> : shown(config, displayName)}
          </h3>
          {version === null && <div className="plain-field-problem">{texts.noConfig}</div>}
          <dl>
            {keys.map((effect) => (
              <div key={effect.key} className="scenario-effect">
                <dt className="wrap-anywhere" translate="no">{shown(effect.key, effect.displayName)}</dt>
                <dd><Effect effect={effect} onlyAfter={onlyAfter} /></dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Effect({ effect: { before, after, optionNames }, onlyAfter }: { effect: KeyEffect; onlyAfter: boolean }) {
  const [was, is] = [before, after].map((resolved) => inWords(own(optionNames ?? {}, resolved?.value ?? '') ?? resolved?.value));
  if (onlyAfter || before?.value === after?.value) {
    return (
      <>
        <span className="as-typed wrap-anywhere" translate="no">{is}</span>
        {!onlyAfter && <span className="scenario-same"> ({texts.same})</span>}
      </>
    );
  }
  return (
    <>
      <del className="as-typed wrap-anywhere" translate="no" aria-label={`${texts.before}: ${was}`}>{was}</del>
      <span aria-hidden> → </span>
      <ins className="as-typed wrap-anywhere" translate="no" aria-label={`${texts.after}: ${is}`}>{is}</ins>
    </>
  );
}

export function inWords(value: string | undefined): string {
  switch (value) {
    case undefined:
      return texts.nothing;
    case 'true':
      return texts.yes;
    case 'false':
      return texts.no;
    case '':
      return texts.emptyValue;
    default:
      return value;
  }
}
