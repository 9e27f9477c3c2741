import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { messages } from '../messages';

export function LoadingPage({ text = messages.app.loading }: { text?: string }) {
  return (
    <Box padding={{ vertical: 'xxl' }} textAlign="center">
      <StatusIndicator type="loading">{text}</StatusIndicator>
    </Box>
  );
}
