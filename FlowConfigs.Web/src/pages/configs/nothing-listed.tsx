import { EmptyState } from '../../common/empty-state';
import { configsMessages } from '../../messages/configs';

interface NothingListedProps {
  /** Whether there is no config at all. */
  isEmpty: boolean;
  texts: string[];
  onClear: () => void;
}

export function NothingListed({ isEmpty, texts, onClear }: NothingListedProps) {
  if (isEmpty) {
    return <EmptyState title={configsMessages.empty} detail={configsMessages.emptyDetail} />;
  }
  const [text] = texts;
  return (
    <EmptyState
      title={configsMessages.noMatch}
      detail={text !== undefined && texts.length === 1 ? configsMessages.noMatchDetail(text) : configsMessages.noneOfThese}
      action={<button type="button" className="configs-clear" onClick={onClear}>{configsMessages.clearFilter}</button>}
    />
  );
}
