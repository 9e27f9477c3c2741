import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { type BulkChange, useBulk, valueProblem, withValue } from '../../api/bulk';
import { useConfig, useConfigs } from '../../api/configs';
import { usePreview } from '../../api/preview';
import type { ConfigSummary } from '../../api/types';
import { useUndoBulk } from '../../api/undo-bulk';
import { ConfirmDialog } from '../../common/confirm-dialog';
import { useNotifications } from '../../common/notifications';
import { useSettled } from '../../common/use-settled';
import { configsMessages } from '../../messages/configs';
import { BulkValue } from './bulk-value';
import { parentsOf } from './config-tree';
import { useShownName } from '../../common/shown-name';
import { keyName } from './key-names';

const { bulk } = configsMessages;

interface BulkDialogProps {
  kind: 'set' | 'delete';
  configs: ConfigSummary[];
  onClose: () => void;
  onDone: () => void;
}

/** Says how many are meant before it is done, how far it is, and which were refused and why. */
export function BulkDialog({ kind, configs: chosen, onClose, onDone }: BulkDialogProps) {
  // As they were chosen: while they are deleted, the list loses them.
  const [configs] = useState(chosen);
  const { show } = useNotifications();
  const mutation = useBulk();
  const undoBulk = useUndoBulk();
  const shown = useShownName();
  const keys = useCommonKeys(configs).map((one) => ({ value: one.key, label: shown(one.key, one.name) }));
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [comment, setComment] = useState('');
  const [step, setStep] = useState(0);
  const { variable, problem } = useVariable(configs[0], key, value);
  const isChoice = variable?.kind === 'boolean' || variable?.kind === 'select';
  const refused = mutation.data?.refused ?? [];
  const nameOf = (id: string) => shown(id, configs.find((config) => config.id === id)?.displayName);

  function choose(next: string) {
    setKey(next);
    setValue('');
  }

  function confirm() {
    const label = keys.find((one) => one.value === key)?.label ?? key;
    const action = kind === 'set' ? { kind, key, label, value, comment } : { kind, comment };
    mutation.mutate({ action, configs, onStep: setStep }, {
      onSuccess: ({ done, refused: not }) => {
        if (not.length === 0) {
          say(done);
          onDone();
        }
      },
    });
  }

  function say(done: readonly BulkChange[]) {
    let left = done;
    const undo = async () => {
      const not = await undoBulk(kind, left);
      left = left.filter(({ id }) => not.some((one) => one.id === id));
      if (not.length > 0) {
        throw new Error(bulk.notUndone(not.map(({ id, why }) => `${nameOf(id)}: ${why}`).join(' '), done.length - not.length));
      }
      return bulk.undone(done.length);
    };
    show({ type: 'success', text: kind === 'set' ? bulk.done(done.length) : bulk.deleted(done.length), undo });
  }

  function close() {
    const done = mutation.data?.done ?? [];
    if (done.length > 0) {
      say(done);
    }
    onClose();
  }

  return (
    <ConfirmDialog
      title={kind === 'set' ? bulk.setTitle(configs.length) : bulk.deleteTitle(configs.length)}
      action={kind === 'set' ? bulk.setAction : bulk.deleteAction}
      working={mutation.isPending}
      error={refused.length > 0 ? new Error(bulk.refused(refused.length, configs.length)) : mutation.error}
      disabled={kind === 'set' && (!variable || problem !== undefined || (isChoice && value === ''))}
      onConfirm={confirm}
      onClose={close}
    >
      {mutation.isPending && <ProgressBar value={(step / configs.length) * 100} label={bulk.progress} />}
      {refused.length > 0 && <ul className="plain-list">{refused.map(({ id, why }) => <li key={id}><b>{nameOf(id)}</b>: {why}</li>)}</ul>}
      {kind === 'set' ? (
        <>
          <FormField label={bulk.key} constraintText={bulk.keyHint} stretch>
            <Select
              selectedOption={keys.find((one) => one.value === key) ?? null}
              options={keys}
              filteringType="auto"
              expandToViewport
              empty={bulk.noKeys}
              onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
            />
          </FormField>
          {variable && <BulkValue variable={variable} value={value} problem={problem} onChange={setValue} />}
        </>
      ) : (
        <div>{bulk.deleteSays}</div>
      )}
      <FormField label={bulk.comment} stretch>
        <Input value={comment} onChange={({ detail }) => setComment(detail.value)} />
      </FormField>
    </ConfirmDialog>
  );
}

/** A variable that all of them have, as the first has it, and what would be wrong with a value there; the server checks each by its own. */
function useVariable(first: ConfigSummary | undefined, key: string, value: string) {
  const { data } = useConfig(first?.id ?? '', first !== undefined && key !== '');
  const variable = [...(data?.variables ?? []), ...(data?.inherited.variables ?? [])].find(({ name }) => name === key);
  const settled = useSettled(value);
  const isTyped = data !== undefined && variable !== undefined && settled !== '';
  const preview = usePreview(isTyped ? { id: data.id, config: withValue(data, key, settled) } : { id: first?.id ?? '' }, isTyped);
  const isOfThis = isTyped && settled === value && !preview.isPlaceholderData;
  return { variable, problem: isOfThis ? valueProblem(data, key, preview.data?.problems ?? []) : undefined };
}

/** The variables that every one of them has, its own or inherited. */
function useCommonKeys(configs: ConfigSummary[]): { key: string; name: string | undefined }[] {
  const all = new Map((useConfigs().data ?? []).map((config) => [config.id, config]));
  const keysOf = ({ id }: ConfigSummary) => [id, ...parentsOf(id)].flatMap((one) => all.get(one)?.variables ?? []);
  const [first, ...others] = configs.map(keysOf);
  return [...new Set(first)]
    .filter((key) => others.every((keys) => keys.includes(key)))
    .map((key) => ({ key, name: keyName(configs[0]?.id ?? '', key, all) }));
}
