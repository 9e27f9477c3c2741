import Box from '@cloudscape-design/components/box';
import { pathTo } from '../../api/configs';
import type { ScenarioEffect } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { PageLink } from '../../common/page-link';
import { emergencyMessages as texts } from '../../messages/emergency';

/** What callers of each config get now and then; the one that is not given is left out. */
export function ScenarioEffects({ effects, onlyAfter = false }: { effects: ScenarioEffect[]; onlyAfter?: boolean }) {
  const may = useMay();
  return (
    <ul className="scenario-effects">
      {effects.map(({ config, version, keys }) => (
        <li key={config}>
          <h3 className="wrap-anywhere">
            {may('view', config) ? <PageLink to={pathTo(config)}>{config}</PageLink> : config}
          </h3>
          {version === null && <Box color="text-status-error">{texts.noConfig}</Box>}
          <dl>
            {keys.map(({ key, before, after }) => (
              <div key={key} className="scenario-effect">
                <dt className="wrap-anywhere">{key}</dt>
                <dd>
                  {onlyAfter || before?.value === after?.value ? (
                    <span className="as-typed wrap-anywhere">{inWords(after?.value)}</span>
                  ) : (
                    <>
                      <del className="as-typed wrap-anywhere" aria-label={`${texts.before}: ${inWords(before?.value)}`}>
                        {inWords(before?.value)}
                      </del>
                      <span aria-hidden> → </span>
                      <ins className="as-typed wrap-anywhere" aria-label={`${texts.after}: ${inWords(after?.value)}`}>
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
