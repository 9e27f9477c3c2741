import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container, { type ContainerProps } from '@cloudscape-design/components/container';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { configMessages } from '../../messages/config';
import type { Editor } from './use-editor';
import type { Saving } from './use-saving';

// A sheet that stands on the lower edge of the screen, so that nothing shows through beneath it.
const docked: ContainerProps.Style = {
  root: { borderRadius: '16px 16px 0 0', boxShadow: '0 -6px 16px -8px rgb(0 0 0 / 30%)' },
};

/** Stays at the bottom of the screen, so that saving is never a scroll away. */
export function SaveBar({ editor, saving }: { editor: Editor; saving: Saving }) {
  const [comment, setComment] = useState('');
  const changed = editor.changeCount > 0;

  return (
    <section className="save-bar" aria-label={configMessages.save.region}>
      <Container style={docked}>
        <div className="save-bar-content">
          <Box color={changed ? 'inherit' : 'text-body-secondary'} fontWeight={changed ? 'bold' : 'normal'}>
            <span aria-live="polite">{changed ? configMessages.save.changes(editor.changeCount) : configMessages.save.noChanges}</span>
          </Box>
          {changed && (
            <div className="save-bar-comment">
              <Input
                value={comment}
                placeholder={configMessages.save.commentPlaceholder}
                ariaLabel={configMessages.save.comment}
                onChange={({ detail }) => setComment(detail.value)}
              />
            </div>
          )}
          <div className="save-bar-buttons">
            {changed && (
              <Button variant="link" disabled={saving.saving} onClick={editor.discard}>
                {configMessages.save.discard}
              </Button>
            )}
            <Button
              variant="primary"
              disabled={!changed || editor.conflict !== null}
              disabledReason={editor.conflict ? configMessages.conflict.resolveFirst : ''}
              loading={saving.saving}
              onClick={() => saving.save(comment, () => setComment(''))}
            >
              {configMessages.save.save}
            </Button>
          </div>
        </div>
      </Container>
    </section>
  );
}
