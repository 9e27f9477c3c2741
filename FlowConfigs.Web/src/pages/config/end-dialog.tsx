import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Config, TimedChange } from '../../api/types';
import { clockTime, zoneOrUtc } from '../../common/time-zones';
import { configMessages } from '../../messages/config';
import { EndField } from './end-field';
import { problemWith, type Until } from './plan';

const { times } = configMessages;

interface EndDialogProps {
  config: Config;
  change: TimedChange;
  onSave: (end: Until) => void;
  onCancel: () => void;
}

/** Another end for a timed change. */
export function EndDialog({ config, change, onSave, onCancel }: EndDialogProps) {
  const [end, setEnd] = useState<Until>({
    kind: 'own', until: clockTime(new Date(change.until), change.timeZone), timeZone: zoneOrUtc(change.timeZone),
  });
  const problem = problemWith(end);
  return (
    <Modal
      visible
      header={times.changeEnd}
      closeAriaLabel={times.cancel}
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>{times.cancel}</Button>
            <Button variant="primary" disabled={problem !== undefined} onClick={() => onSave(end)}>{times.saveEnd}</Button>
          </SpaceBetween>
        </Box>
      }
    >
      <EndField config={config} value={end} onChange={setEnd} problem={problem} label={times.newEnd} />
    </Modal>
  );
}
