import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container, { type ContainerProps } from '@cloudscape-design/components/container';
import { useOnline } from '../../common/use-online';
import { messages } from '../../messages';
import { configMessages } from '../../messages/config';
import { SaveDialog } from './save-dialog';
import type { Editor } from './use-editor';
import type { Saving } from './use-saving';

const { save: texts, conflict } = configMessages;

// A sheet that stands on the lower edge of the screen, so that nothing shows through beneath it.
const docked: ContainerProps.Style = {
  root: { borderRadius: '16px 16px 0 0', boxShadow: '0 -6px 16px -8px rgb(0 0 0 / 30%)' },
};

/** Stays at the bottom of the screen while there are changes, so that saving is never a scroll away; otherwise at the end of the page. */
export function SaveBar({ editor, saving }: { editor: Editor; saving: Saving }) {
  const changed = editor.changeCount > 0;
  const online = useOnline();
  const blocked = !changed || editor.conflict !== null || !online;
  const reason = online ? (editor.conflict ? conflict.resolveFirst : '') : messages.app.offline;
  const state = changed ? texts.changes(editor.changeCount) : texts.noChanges;

  return (
    <section className={changed ? 'save-bar save-bar-docked' : 'save-bar'} aria-label={texts.region}>
      <Container {...(changed && { style: docked })}>
        <div className="save-bar-content">
          <Box color={changed ? 'inherit' : 'text-body-secondary'} fontWeight={changed ? 'bold' : 'normal'}>
            <span aria-live="polite">{online ? state : `${state}. ${messages.app.offlineShort}.`}</span>
          </Box>
          <div className="save-bar-buttons">
            {changed && (
              <Button variant="link" disabled={saving.saving} onClick={editor.discard}>
                {texts.discard}
              </Button>
            )}
            <Button disabled={blocked} disabledReason={reason} onClick={() => saving.ask(true)}>
              {texts.until}
            </Button>
            <Button
              variant="primary"
              disabled={blocked}
              disabledReason={reason}
              loading={saving.asking}
              onClick={() => saving.ask(false)}
            >
              {texts.review}
            </Button>
          </div>
        </div>
      </Container>
      {saving.review && <SaveDialog editor={editor} saving={saving} forATime={saving.review.forATime} />}
    </section>
  );
}
