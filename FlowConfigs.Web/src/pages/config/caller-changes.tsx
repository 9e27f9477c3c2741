import Box from '@cloudscape-design/components/box';
import type { Config, Effect, Preview } from '../../api/types';
import { formatDateTime } from '../../common/formats';
import { configMessages } from '../../messages/config';
import { fieldText } from './field-text';
import { labelOf, subjectOf } from './paths';
import type { Change } from './values';
import type { Labels } from '../../common/labels';
import { useConfigName } from '../../api/configs';

const { review } = configMessages;

interface CallerChangesProps {
  base: Config;
  /** With the edits: an option that has just got a name is shown by it. */
  edited: Config;
  changes: Change[];
  labels: Labels;
  /** Absent where it could not be had. */
  preview: Preview | undefined;
}

/** Each change with before and after, and for each key how far it reaches. */
export function CallerChanges({ base, edited, changes, labels, preview }: CallerChangesProps) {
  return (
    <ul className="caller-changes">
      {changes.map(({ path, before, after }) => {
        const key = keyOf(base, path);
        const effect = preview?.effects?.find((one) => one.key === key);
        return (
          <li key={path}>
            <b className="wrap-anywhere" translate="no">{labelOf(path, labels)}</b>
            <dl className="before-after">
              <dt>{review.before}</dt>
              <dd className="as-typed wrap-anywhere" translate="no">{fieldText(base, path, before)}</dd>
              <dt>{review.after}</dt>
              <dd className="as-typed wrap-anywhere" translate="no">{fieldText(edited, path, after)}</dd>
            </dl>
            {effect && <Reach effect={effect} />}
            {preview && <Hidden preview={preview} name={key} />}
          </li>
        );
      })}
    </ul>
  );
}

function Reach({ effect: { affects, below, overriding, overriddenBy } }: { effect: Effect }) {
  const nameOf = useConfigName();
  return (
    <Box color="text-body-secondary" fontSize="body-s">
      {below === 0 ? review.noneBelow : review.reaches(affects, below)}
      {overriding > 0 && ` ${review.overriding(overriding, overriddenBy.map(nameOf).join(', '))}.`}
    </Box>
  );
}

/** A value that is saved and that nobody gets, because something stronger holds. */
function Hidden({ preview, name }: { preview: Preview; name: string }) {
  const reason = preview.values.find(({ key }) => key === name)?.reason;
  if (!reason?.until || preview.effects?.some(({ key }) => key === name)) {
    return null;
  }
  const until = formatDateTime(reason.until);
  const why = reason.source === 'scenario' ? review.byScenario(reason.name ?? '', until) : review.byTimedChange(until);
  return <Box color="text-status-warning" fontSize="body-s">{review.hidden(why)}</Box>;
}

/** The key under which a flow reads what a path is about. */
function keyOf(base: Config, path: string): string {
  const { list, name } = subjectOf(path);
  return list === 'prompts' ? (base.prompts.find((prompt) => prompt.name === name)?.key ?? name) : name;
}
