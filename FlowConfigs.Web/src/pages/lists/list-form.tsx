import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../api/api-problem';
import { type KeyKind, type List, pathToList, useSaveList } from '../../api/lists';
import { useNotifications } from '../../common/notifications';
import { listsMessages } from '../../messages/lists';
import { countries } from './countries';

const texts = listsMessages.form;
const conflict = 412;

const noCountry = { value: '', label: texts.noCountry };

/** Makes a list, or changes what it says about itself. */
export function ListForm({ list, onClose }: { list?: List; onClose: () => void }) {
  const navigate = useNavigate();
  const { show } = useNotifications();
  const save = useSaveList();
  const [id, setId] = useState(list?.id ?? '');
  const [description, setDescription] = useState(list?.description ?? '');
  const [keys, setKeys] = useState<KeyKind>(list?.keys ?? 'phone');
  const [country, setCountry] = useState(list ? (list.country ?? '') : 'US');
  const problem = save.error instanceof ApiProblem ? save.error : null;
  const problemAt = (path: string) => problem?.errors[path]?.join(' ');

  function submit() {
    const phone = keys === 'phone' && country !== '' ? country : null;
    save.mutate(
      { id: id.trim(), basedOn: list?.version ?? 0, description, keys, country: phone },
      {
        onSuccess: (saved) => {
          onClose();
          show({ type: 'success', text: texts.saved(saved.id) }, pathToList(saved.id));
          if (!list) {
            void navigate(pathToList(saved.id));
          }
        },
      },
    );
  }

  return (
    <Modal
      visible
      header={list ? texts.edit(list.id) : texts.create}
      closeAriaLabel={texts.cancel}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button variant="primary" loading={save.isPending} disabled={id.trim() === ''} onClick={submit}>
              {texts.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {save.error && (
          <Alert type="error" header={texts.refused}>
            {problem?.status === conflict ? texts.conflict : save.error.message}
          </Alert>
        )}
        {!list && (
          <FormField label={texts.id} description={texts.idHint} errorText={problemAt('id')} stretch>
            <Input value={id} onChange={({ detail }) => setId(detail.value)} />
          </FormField>
        )}
        <FormField label={texts.whatFor} errorText={problemAt('description')} stretch>
          <Textarea rows={2} value={description} onChange={({ detail }) => setDescription(detail.value)} />
        </FormField>
        <FormField label={texts.keys} description={list ? texts.keysStay : undefined} errorText={problemAt('keys')}>
          <RadioGroup
            value={keys}
            readOnly={list !== undefined}
            onChange={({ detail }) => setKeys(detail.value as KeyKind)}
            items={[
              { value: 'phone', label: listsMessages.kinds.phone, description: texts.phoneHint },
              { value: 'text', label: listsMessages.kinds.text, description: texts.textHint },
            ]}
          />
        </FormField>
        {keys === 'phone' && (
          <FormField label={texts.country} errorText={problemAt('country')} stretch>
            <Select
              selectedOption={countries.find(({ value }) => value === country) ?? noCountry}
              options={[noCountry, ...countries]}
              filteringType="auto"
              expandToViewport
              onChange={({ detail }) => setCountry(detail.selectedOption.value ?? '')}
            />
          </FormField>
        )}
      </SpaceBetween>
    </Modal>
  );
}
