import './field-changes.css';
import { Fragment, useState } from 'react';
import type { FieldChange } from '../api/history';
import { historyMessages as texts } from '../messages/history';
import { fieldName } from './field-name';
import { formatDateTime } from './formats';
import type { Labels } from './labels';
import { wordChanges, type Words } from './word-changes';

const shownAtFirst = 6;

interface FieldChangesProps {
  changes: FieldChange[];
  more?: number;
  all?: boolean;
  /** What people see in place of names and keys. */
  labels?: Labels;
}

/** What was changed, field by field, with what it was and what it became; the first few, and the others on demand and in print. */
export function FieldChanges({ changes, more = 0, all = false, labels }: FieldChangesProps) {
  const [open, setOpen] = useState(all);
  const rest = changes.length - shownAtFirst;
  return (
    <>
      <ul className={open ? 'field-changes' : 'field-changes field-changes-few'}>
        {changes.map((change) => (
          <li key={change.path}>
            <b className="wrap-anywhere" translate="no">{fieldName(change.path, labels)}</b>: <Change {...withOptionNames(change, labels)} />
          </li>
        ))}
        {more > 0 && <li>{texts.moreFields(more)}</li>}
      </ul>
      {rest > 0 && !open && (
        <button type="button" className="field-changes-more" onClick={() => setOpen(true)}>
          {texts.showFields(rest)}
        </button>
      )}
    </>
  );
}

const ofVariable = /^(?:variables|overrides|changes\..+\.values|scenarios\..+\.values)\.(?<key>[^.]+)\.value$/;

function withOptionNames(change: FieldChange, labels: Labels | undefined): FieldChange {
  const key = ofVariable.exec(change.path)?.groups?.['key'];
  const named = (value: string | null) => (key && value !== null ? (labels?.option?.(key, value) ?? value) : value);
  return { ...change, before: named(change.before), after: named(change.after) };
}

function Change({ before, after }: FieldChange) {
  const words = before !== null && after !== null ? wordChanges(inWords(before), inWords(after)) : null;
  if (words) {
    return <ChangedWords words={words} />;
  }
  return (
    <>
      {before !== null && (
        <del className="as-typed wrap-anywhere" translate="no" aria-label={`${texts.before}: ${inWords(before)}`}>
          {inWords(before)}
        </del>
      )}
      {before !== null && <span aria-hidden> → </span>}
      <ins className="as-typed wrap-anywhere" translate="no" aria-label={`${texts.after}: ${inWords(after)}`}>
        {inWords(after)}
      </ins>
    </>
  );
}

/** A text with the words that went struck out and those that came underlined. A screen reader says which is which. */
function ChangedWords({ words }: { words: Words[] }) {
  const said = { removed: texts.wordsRemoved, added: texts.wordsAdded };
  return (
    <span className="changed-words as-typed wrap-anywhere" translate="no">
      {words.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        switch (kind) {
          case 'same':
            return <Fragment key={key}>{text}</Fragment>;
          case 'removed':
            return <del key={key} data-said={said.removed}>{text}</del>;
          case 'added':
            return <ins key={key} data-said={said.added}>{text}</ins>;
        }
      })}
    </span>
  );
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A stored value in words. */
export function inWords(value: string | null | undefined): string {
  switch (value) {
    case null:
    case undefined:
      return texts.absent;
    case '':
      return texts.empty;
    case 'true':
      return texts.yes;
    case 'false':
      return texts.no;
    default:
      return instant.test(value) ? formatDateTime(value) : value;
  }
}
