import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { messages } from '../../common/messages';

export function NoConfigs() {
  return (
    <SpaceBetween size="xxs">
      <b>{messages.list.empty}</b>
      <Box color="text-body-secondary">{messages.list.emptyDetail}</Box>
    </SpaceBetween>
  );
}

export function NoMatch({ text, onClear }: { text: string; onClear: () => void }) {
  return (
    <SpaceBetween size="s">
      <div>
        <b>{messages.list.noMatch}</b>
        <Box color="text-body-secondary">{messages.list.noMatchDetail(text)}</Box>
      </div>
      <Button onClick={onClear}>{messages.list.clearFilter}</Button>
    </SpaceBetween>
  );
}
