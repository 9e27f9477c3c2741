import { Link } from 'react-router';
import { pathTo } from '../../api/configs';
import type { ScenarioEffect } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { emergencyMessages as texts } from '../../messages/emergency';

/** What callers of each config get now and then; the one that is not given is left out. */
export function ScenarioEffects({ effects, onlyAfter = false }: { effects: ScenarioEffect[]; onlyAfter?: boolean }) {
  const may = useMay();
  return (
    <ul className="scenario-effects">
      {effects.map(({ config, version, keys }) => (
        <li key={config}>
          <h3 className="wrap-anywhere" translate="no">
            {may('view', config) ? <Link to={pathTo(config)}>{config}</Link> : config}
          </h3>
          {version === null && <div className="plain-field-problem">{texts.noConfig}</div>}
          <dl>
            {keys.map(({ key, before, after }) => (
              <div key={key} className="scenario-effect">
                <dt className="wrap-anywhere" translate="no">{key}</dt>
                <dd>
                  {onlyAfter || before?.value === after?.value ? (
                    <span className="as-typed wrap-anywhere" translate="no">{inWords(after?.value)}</span>
                  ) : (
                    <>
                      <del className="as-typed wrap-anywhere" translate="no" aria-label={`${texts.before}: ${inWords(before?.value)}`}>
                        {inWords(before?.value)}
                      </del>
                      <span aria-hidden> → </span>
                      <ins className="as-typed wrap-anywhere" translate="no" aria-label={`${texts.after}: ${inWords(after?.value)}`}>
                        {inWords(after?.value)}
                      </ins>
                    </>
                  )}
                  {!onlyAfter && before?.value === after?.value && <span className="scenario-same"> ({texts.same})</span>}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
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
