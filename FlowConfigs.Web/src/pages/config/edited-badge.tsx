import Badge from '@cloudscape-design/components/badge';
import { configMessages } from '../../messages/config';
import { useEditorState } from './editor-context';

/** Marks what was edited and is not saved yet. */
export function EditedBadge({ path }: { path: string }) {
  return useEditorState().isEdited(path) && <Badge color="blue">{configMessages.edited}</Badge>;
}
