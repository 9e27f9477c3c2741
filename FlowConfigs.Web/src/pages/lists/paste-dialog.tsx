import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { type List, usePaste } from '../../api/lists';
import { useNotifications } from '../../common/notifications';
import { listsMessages } from '../../messages/lists';
import { PasteOutcome } from './paste-outcome';

const texts = listsMessages.paste;

/** Many entries at once: first what each line would do, then, and only if none is refused, the writing. */
export function PasteDialog({ list, onClose }: { list: List; onClose: () => void }) {
  const [text, setText] = useState('');
  const { show } = useNotifications();
  const trial = usePaste(list.id);
  const writing = usePaste(list.id);
  const found = trial.data;
  const writes = found ? found.added + found.changed : 0;
  const mayWrite = found !== undefined && found.refused === 0 && writes > 0;
  const error = trial.error ?? writing.error;

  function write() {
    writing.mutate(
      { text, dryRun: false },
      {
        onSuccess: ({ added, changed }) => {
          show({ type: 'success', text: texts.written(added + changed) });
          onClose();
        },
      },
    );
  }

  return (
    <Modal
      visible
      size="large"
      header={texts.title}
      closeAriaLabel={texts.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              variant={mayWrite ? 'normal' : 'primary'}
              loading={trial.isPending}
              disabled={text.trim() === ''}
              onClick={() => trial.mutate({ text, dryRun: true })}
            >
              {texts.check}
            </Button>
            <Button variant={mayWrite ? 'primary' : 'normal'} disabled={!mayWrite} loading={writing.isPending} onClick={write}>
              {mayWrite || !found || found.refused > 0 ? texts.write(writes) : texts.nothing}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <FormField label={texts.text} description={texts.hint} stretch>
          <Textarea
            rows={8}
            value={text}
            placeholder={texts.example}
            onChange={({ detail }) => {
              setText(detail.value);
              trial.reset();
              writing.reset();
            }}
          />
        </FormField>
        {error && (
          <Alert type="error" header={texts.checkFailed}>
            {error.message}
          </Alert>
        )}
        {found && <PasteOutcome paste={found} />}
      </SpaceBetween>
    </Modal>
  );
}
