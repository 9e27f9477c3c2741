import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { ConfirmDialog } from '../../common/confirm-dialog';
import { configsMessages } from '../../messages/configs';
import { nameProblem } from './saved-views';

const { views: texts } = configsMessages;

/** Gives the filter a name, under which it can be chosen again. */
export function SaveViewDialog({ onSave, onClose }: { onSave: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState('');
  const [isAsked, setAsked] = useState(false);
  const problem = nameProblem(name);
  const save = () => (problem === undefined ? onSave(name.trim()) : setAsked(true));
  return (
    <ConfirmDialog title={texts.title} action={texts.action} working={false} error={null} onConfirm={save} onClose={onClose}>
      <FormField label={texts.name} constraintText={texts.nameHint} errorText={isAsked ? problem : undefined} stretch>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
    </ConfirmDialog>
  );
}
