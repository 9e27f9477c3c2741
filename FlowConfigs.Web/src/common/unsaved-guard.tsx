import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { messages } from '../messages';

/**
 * Asks before a page with unsaved changes is left. A dialog of our own, because window.confirm does nothing in the sandbox
 * in which the agent workspace runs this app. Closing the tab can only be held up by the browser's own question.
 */
export function UnsavedGuard({ changes, kept = false }: { changes: number; kept?: boolean }) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    return changes > 0 && currentLocation.pathname !== nextLocation.pathname;
  });

  useEffect(() => {
    if (changes === 0) {
      return undefined;
    }
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [changes]);

  if (blocker.state !== 'blocked') {
    return null;
  }
  const { proceed, reset: stay } = blocker;
  return (
    <Modal
      visible
      header={messages.leave.title}
      closeAriaLabel={messages.leave.close}
      onDismiss={stay}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={proceed}>
              {messages.leave.leave}
            </Button>
            <Button variant="primary" onClick={stay}>
              {messages.leave.stay}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {messages.leave.detail(changes)} {kept && messages.leave.kept}
    </Modal>
  );
}
