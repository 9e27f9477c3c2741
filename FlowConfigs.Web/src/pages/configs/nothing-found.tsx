import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { configsMessages } from '../../messages/configs';

export function NoConfigs() {
  return (
    <SpaceBetween size="xxs">
      <b>{configsMessages.empty}</b>
      <Box color="text-body-secondary">{configsMessages.emptyDetail}</Box>
    </SpaceBetween>
  );
}

export function NoMatch({ text, onClear }: { text: string; onClear: () => void }) {
  return (
    <SpaceBetween size="s">
      <div>
        <b>{configsMessages.noMatch}</b>
        <Box color="text-body-secondary">{configsMessages.noMatchDetail(text)}</Box>
      </div>
      <Button onClick={onClear}>{configsMessages.clearFilter}</Button>
    </SpaceBetween>
  );
}
