import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem';
import { type Entry, type List, useSaveEntry } from '../../api/lists';
import { useNotifications } from '../../common/notifications';
import { ownTimeZone, clockTime } from '../../common/time-zones';
import { instantAt } from '../../common/zoned-time';
import { listsMessages } from '../../messages/lists';

const texts = listsMessages.entries;
const conflict = 412;
const exists = 409;

/** Adds an entry to a list, or changes one. */
export function EntryForm({ list, entry, onClose }: { list: List; entry?: Entry; onClose: () => void }) {
  const save = useSaveEntry(list.id);
  const { show } = useNotifications();
  const [key, setKey] = useState(entry?.key ?? '');
  const [note, setNote] = useState(entry?.note ?? '');
  const [owner, setOwner] = useState(entry?.owner ?? '');
  const given = entry?.expires ? clockTime(new Date(entry.expires), ownTimeZone).slice(0, 10) : '';
  const [day, setDay] = useState(given);
  const problem = save.error instanceof ApiProblem ? save.error : null;
  const overtaken = problem?.status === conflict || problem?.status === exists;
  const problemAt = (path: string) => problem?.errors[path]?.join(' ');

  function submit() {
    // A day that was left alone keeps its time of day.
    const expires = day === '' ? null : day === given ? (entry?.expires ?? null) : instantAt(`${day}T00:00`, ownTimeZone).toISOString();
    save.mutate(
      { key: key.trim(), basedOn: entry?.version ?? null, note, owner, expires },
      {
        onSuccess: (saved) => {
          show({ type: 'success', text: texts.saved(saved.key) });
          onClose();
        },
      },
    );
  }

  return (
    <Modal
      visible
      header={entry ? texts.edit(entry.key) : texts.addTitle}
      closeAriaLabel={texts.cancel}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button variant="primary" loading={save.isPending} disabled={key.trim() === ''} onClick={submit}>
              {texts.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {save.error && (
          <Alert type="error" header={texts.refused}>
            {overtaken ? (entry ? texts.conflict : texts.taken) : save.error.message}
          </Alert>
        )}
        {!entry && (
          <FormField label={list.keys === 'phone' ? texts.phone : texts.key} errorText={problemAt('key')} stretch>
            <Input
              value={key}
              inputMode={list.keys === 'phone' ? 'tel' : 'text'}
              onChange={({ detail }) => setKey(detail.value)}
            />
          </FormField>
        )}
        <FormField label={texts.note} errorText={problemAt('note')} stretch>
          <Input value={note} onChange={({ detail }) => setNote(detail.value)} />
        </FormField>
        <FormField label={texts.owner} errorText={problemAt('owner')} stretch>
          <Input value={owner} onChange={({ detail }) => setOwner(detail.value)} />
        </FormField>
        <FormField
          label={texts.endDay}
          description={texts.endDayHint(ownTimeZone.replaceAll('_', ' '))}
          errorText={problemAt('expires')}
          stretch
        >
          <DatePicker value={day} format="iso" expandToViewport onChange={({ detail }) => setDay(detail.value)} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
