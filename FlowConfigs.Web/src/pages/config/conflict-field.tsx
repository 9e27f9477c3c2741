import { useId } from 'react';
import type { Config } from '../../api/types';
import { configMessages } from '../../messages/config';
import { fieldText } from './field-text';
import { labelOf } from './paths';
import type { Change } from './values';
import { useLabels } from '../../common/labels';

const { conflict } = configMessages;

interface ConflictFieldProps {
  config: Config;
  path: string;
  base: string | undefined;
  /** What each of the two made of it; absent where they left it. */
  theirs: Change | undefined;
  mine: Change | undefined;
  takesTheirs: boolean;
  onChoose: (whose: 'mine' | 'theirs') => void;
}

/** One field as it was, as they saved it, and as it is here; where both changed it, to choose from. */
export function ConflictField({ config, path, base, theirs, mine, takesTheirs, onChoose }: ConflictFieldProps) {
  const name = useId();
  const labels = useLabels(config);
  const clash = theirs !== undefined && mine !== undefined && theirs.after !== mine.after;
  const sides = [
    { whose: 'theirs' as const, label: conflict.theirs, change: theirs, chosen: clash ? takesTheirs : theirs !== undefined },
    { whose: 'mine' as const, label: conflict.mine, change: mine, chosen: clash ? !takesTheirs : mine !== undefined },
  ];
  return (
    <li>
      <fieldset className="conflict-field">
        <legend>{labelOf(path, labels)}</legend>
        <div className="conflict-side">
          <span>{conflict.base}</span>
          <span className="as-typed wrap-anywhere" translate="no">{fieldText(config, path, base)}</span>
        </div>
        {sides.map(({ whose, label, change, chosen }) => {
          const text = change ? fieldText(config, path, change.after) : conflict.unchanged;
          return clash ? (
            <label key={whose} className={chosen ? 'conflict-side conflict-chosen' : 'conflict-side'}>
              <span>
                <input type="radio" name={name} checked={chosen} onChange={() => onChoose(whose)} /> {label}
              </span>
              <span className="as-typed wrap-anywhere" translate="no">{text}</span>
            </label>
          ) : (
            <div key={whose} className={chosen ? 'conflict-side conflict-chosen' : 'conflict-side'}>
              <span>{label}</span>
              <span className="as-typed wrap-anywhere" translate="no">{text}</span>
            </div>
          );
        })}
      </fieldset>
    </li>
  );
}
