import type { Config } from '../../api/types';
import { useDrafts } from '../../common/drafts';
import { subjectOf } from './paths';
import type { Edit, Editor } from './use-editor';

interface Typed {
  /** Whole, so that what somebody else saves meanwhile can be compared with it. */
  base: Config;
  edits: Edit[];
}

/** What was typed on an earlier visit to this config, and what to do with it. */
export function useConfigDrafts(editor: Editor) {
  const { base, changes } = editor;
  const content = changes.length === 0 ? null : { base, edits: changes.map(({ path, after }) => ({ path, after })) };
  const { offered, takeUp, drop } = useDrafts<Typed>(`config ${base.id}`, base.version, content, join);
  return {
    offered,
    count: new Set(offered?.content.edits.map(({ path }) => subjectOf(path).path)).size,
    drop,
    restore: () => {
      if (offered) {
        editor.resume(offered.content.base, offered.content.edits);
        takeUp();
      }
    },
  };
}

const join = (earlier: Typed, later: Typed): Typed => ({ base: later.base, edits: [...earlier.edits, ...later.edits] });
