import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Config } from '../../api/types';
import { configMessages } from '../../messages/config';
import { TimeAgo } from '../../common/time-ago';
import { AskedAlert } from './asked-alert';
import { labelOf } from './paths';
import type { Editor } from './use-editor';
import { textAt } from './value-text';
import { changesBetween, valuesOf } from './values';

interface ConflictAlertProps {
  editor: Editor;
  theirs: Config;
  askedAt: number;
}

/** Somebody else saved first: shows what they changed, and loses nothing until the person has chosen. */
export function ConflictAlert({ editor, theirs, askedAt }: ConflictAlertProps) {
  const changed = changesBetween(valuesOf(editor.base), valuesOf(theirs));
  return (
    <AskedAlert
      askedAt={askedAt}
      type="warning"
      header={configMessages.conflict.title(theirs.saved.by, theirs.version)}
    >
      <SpaceBetween size="s">
        <Box>
          <TimeAgo at={theirs.saved.at} />
          {theirs.saved.comment && <>: {configMessages.comment(theirs.saved.comment)}</>}. {configMessages.conflict.nothingLost}
        </Box>
        {changed.length === 0 && <Box>{configMessages.conflict.theirsNothing}</Box>}
        {changed.length > 0 && (
          <div>
            {configMessages.conflict.theirs}
            <ul className="plain-list">
              {changed.map(({ path, before, after }) => (
                <li key={path} className="wrap-anywhere">
                  <b>{labelOf(path)}</b>: {configMessages.conflict.change(textAt(theirs, path, before), textAt(theirs, path, after))}
                  <AlsoMine editor={editor} config={theirs} path={path} />
                </li>
              ))}
            </ul>
          </div>
        )}
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={editor.keepMine}>{configMessages.conflict.keepMine}</Button>
          <Button onClick={editor.discard}>{configMessages.conflict.showTheirs}</Button>
        </SpaceBetween>
      </SpaceBetween>
    </AskedAlert>
  );
}

function AlsoMine({ editor, config, path }: { editor: Editor; config: Config; path: string }) {
  const mine = editor.changes.find((change) => change.path === path);
  return mine && <Box color="text-status-warning">{configMessages.conflict.alsoYours(textAt(config, path, mine.after))}</Box>;
}
