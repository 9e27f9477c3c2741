import { usePreview } from '../../api/preview';
import { useSettled } from '../../common/use-settled';
import { fromApiPath } from './paths';
import { draftOf } from './plan';
import type { Editor } from './use-editor';
import type { Problem } from './use-saving';
import { withValues } from './values';

/** What the server says of the edits while they are made: what is wrong with them, what may sound wrong, and how large the config becomes. */
export function useLivePreview({ base, values, changes }: Editor) {
  const settled = useSettled(values);
  const edited = changes.length > 0;
  const preview = usePreview({ id: base.id, config: draftOf(base, settled) }, edited);
  const current = edited && settled === values && !preview.isPlaceholderData ? preview.data : undefined;
  const onScreen = (said: readonly Problem[] = []) =>
    said.map(({ path, message }) => ({ path: fromApiPath(path, withValues(base, settled)), message }));
  const problems = onScreen(current?.problems);
  const warnings = onScreen(current?.warnings);
  return { problems, warnings, sizes: (edited ? preview.data : undefined)?.sizes ?? base.sizes };
}
