import type { ResolvedValue } from '../../api/types';
import { callersMessages } from '../../messages/callers';
import { reasonText } from './reason-text';

interface AnswerTableProps {
  values: ResolvedValue[];
  /** As it is saved, where the values are of what is being edited. */
  now: ResolvedValue[] | undefined;
}

/** Each key with its value and the reason; where something is being edited, beside what is saved. */
export function AnswerTable({ values, now }: AnswerTableProps) {
  const keys = [...new Set([...values, ...(now ?? [])].map(({ key }) => key))];
  if (keys.length === 0) {
    return <p>{callersMessages.nothing}</p>;
  }
  return (
    <table className="answer">
      <thead>
        <tr>
          <th scope="col">{callersMessages.key}</th>
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
              <th scope="row" className="wrap-anywhere" translate="no">$.External.{key}</th>
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
  return (
    <td data-label={label} className="wrap-anywhere">
      {differs && <b>{callersMessages.differs}: </b>}
      <span className="as-typed" translate="no">{resolved ? resolved.value || callersMessages.empty : '–'}</span>
      {resolved && <div className="answer-reason">{reasonText(resolved.reason)}</div>}
    </td>
  );
}
