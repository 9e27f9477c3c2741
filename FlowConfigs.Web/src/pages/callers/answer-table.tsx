import type { ResolvedValue } from '../../api/types';
import { callersMessages } from '../../messages/callers';
import { reasonText } from './reason-text';
import { useDesignerView } from '../../common/designer-view';
import { own } from '../../common/own';
import { useConfigName } from '../../api/configs';

interface AnswerTableProps {
  values: ResolvedValue[];
  /** Display names by key. */
  names: Record<string, string>;
  /** As it is saved, where the values are of what is being edited. */
  now: ResolvedValue[] | undefined;
}

/** Each key with its value and the reason; where something is being edited, beside what is saved. */
export function AnswerTable({ values, names, now }: AnswerTableProps) {
  const [isDesigner] = useDesignerView();
  const keys = [...new Set([...values, ...(now ?? [])].map(({ key }) => key))];
  if (keys.length === 0) {
    return <p>{callersMessages.nothing}</p>;
  }
  return (
    <table className="answer">
      <thead>
        <tr>
          <th scope="col">{isDesigner ? callersMessages.key : callersMessages.name}</th>
          {now && <th scope="col">{callersMessages.now}</th>}
          <th scope="col">{now ? callersMessages.after : callersMessages.value}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const value = values.find((one) => one.key === key);
          const before = now?.find((one) => one.key === key);
          const differs = now !== undefined && before?.value !== value?.value;
          return (
            <tr key={key} className={differs ? 'answer-differs' : undefined}>
              <th scope="row" className="wrap-anywhere" translate="no">
                {isDesigner ? `$.External.${key}` : (own(names, key) ?? key)}
                {isDesigner && own(names, key) && <div className="answer-reason">{own(names, key)}</div>}
              </th>
              {now && <Cell label={callersMessages.now} resolved={before} />}
              <Cell label={now ? callersMessages.after : callersMessages.value} resolved={value} differs={differs} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell({ label, resolved, differs = false }: { label: string; resolved: ResolvedValue | undefined; differs?: boolean }) {
  const nameOf = useConfigName();
  return (
    <td data-label={label} className="wrap-anywhere">
      {differs && <b>{callersMessages.differs}: </b>}
      <span className="as-typed" translate="no">{resolved ? resolved.value || callersMessages.empty : '–'}</span>
      {resolved && <div className="answer-reason">{reasonText(resolved.reason, nameOf)}</div>}
    </td>
  );
}
