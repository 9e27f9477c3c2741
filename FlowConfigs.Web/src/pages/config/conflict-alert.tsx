import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Config } from '../../api/types';
import { TimeAgo } from '../../common/time-ago';
import { configMessages } from '../../messages/config';
import { AskedAlert } from './asked-alert';
import { ConflictField } from './conflict-field';
import type { Editor } from './use-editor';
import { changesBetween, valuesOf } from './values';

const { conflict } = configMessages;

interface ConflictAlertProps {
  editor: Editor;
  theirs: Config;
  askedAt: number;
}

/** Somebody else saved first: shows what each made of every field, and loses nothing until the person has chosen. */
export function ConflictAlert({ editor, theirs, askedAt }: ConflictAlertProps) {
  const [takeTheirs, setTakeTheirs] = useState<ReadonlySet<string>>(new Set());
  const before = valuesOf(editor.base);
  const changed = changesBetween(before, valuesOf(theirs));
  const paths = [...new Set([...changed, ...editor.changes].map(({ path }) => path))];

  function choose(path: string, whose: 'mine' | 'theirs') {
    setTakeTheirs((current) => new Set(whose === 'theirs' ? [...current, path] : [...current].filter((other) => other !== path)));
  }

  return (
    <AskedAlert askedAt={askedAt} type="warning" header={conflict.title(theirs.saved.by, theirs.version)}>
      <SpaceBetween size="s">
        <Box>
          <TimeAgo at={theirs.saved.at} />
          {theirs.saved.comment && <>: {configMessages.comment(theirs.saved.comment)}</>}. {conflict.nothingLost}
        </Box>
        <Box>{changed.length === 0 ? conflict.theirsNothing : conflict.choose}</Box>
        <ul className="conflict-fields">
          {paths.map((path) => (
            <ConflictField
              key={path}
              config={theirs}
              path={path}
              base={before[path]}
              theirs={changed.find((change) => change.path === path)}
              mine={editor.changes.find((change) => change.path === path)}
              takesTheirs={takeTheirs.has(path)}
              onChoose={(whose) => choose(path, whose)}
            />
          ))}
        </ul>
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="primary" onClick={() => editor.merge(takeTheirs)}>{conflict.merge}</Button>
          <Button onClick={editor.discard}>{conflict.showTheirs}</Button>
        </SpaceBetween>
      </SpaceBetween>
    </AskedAlert>
  );
}
