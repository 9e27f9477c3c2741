import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { ApiProblem, type PastedColumn } from '../../api/api-problem';
import { type List, type PasteColumns, usePaste } from '../../api/lists';
import { useNotifications } from '../../common/notifications';
import { listsMessages } from '../../messages/lists';
import { knownColumns, PasteColumnsForm } from './paste-columns-form';
import { PasteOutcome } from './paste-outcome';

const texts = listsMessages.paste;

/** Many entries at once: first what each line would do, then the writing of those that are not refused. */
export function PasteDialog({ list, onClose }: { list: List; onClose: () => void }) {
  const [text, setText] = useState('');
  const [columns, setColumns] = useState<PasteColumns | null>(null);
  const { show } = useNotifications();
  const trial = usePaste(list.id);
  const writing = usePaste(list.id);
  const found = writing.data ?? trial.data;
  const writes = found?.dryRun ? found.added + found.changed : 0;
  const mayWrite = writes > 0;
  const error = trial.error ?? writing.error;
  // As long as the text is the same: what it asked for stays on screen while it is answered.
  const [asked, setAsked] = useState<PastedColumn[] | null>(null);

  function check() {
    writing.reset();
    trial.mutate(
      { text, dryRun: true, columns },
      {
        onError: (problem) => {
          if (problem instanceof ApiProblem && problem.columns) {
            setAsked(problem.columns);
            setColumns(knownColumns(problem.columns));
          }
        },
      },
    );
  }

  function write() {
    writing.mutate(
      { text, dryRun: false, columns },
      {
        onSuccess: ({ added, changed, refused, conflict }) => {
          show({ type: 'success', text: texts.written(added + changed) });
          if (refused + conflict === 0) {
            onClose();
          }
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
              disabled={text.trim() === '' || columns?.fields.includes('key') === false}
              onClick={check}
            >
              {texts.check}
            </Button>
            <Button variant={mayWrite ? 'primary' : 'normal'} disabled={!mayWrite} loading={writing.isPending} onClick={write}>
              {mayWrite || !found ? texts.write(writes) : texts.nothing}
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
              setAsked(null);
              setColumns(null);
              trial.reset();
              writing.reset();
            }}
          />
        </FormField>
        {asked && columns && (
          <PasteColumnsForm
            columns={asked}
            value={columns}
            onChange={(next) => {
              setColumns(next);
              trial.reset();
              writing.reset();
            }}
          />
        )}
        {error && !(error instanceof ApiProblem && error.columns) && (
          <Alert type="error" header={texts.checkFailed}>
            {error.message}
          </Alert>
        )}
        {found && <PasteOutcome paste={found} />}
      </SpaceBetween>
    </Modal>
  );
}
