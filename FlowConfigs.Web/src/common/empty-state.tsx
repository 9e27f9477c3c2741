import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

/** There is nothing here, why, and what to do about it. */
export function EmptyState({ title, detail, action }: { title: string; detail?: string; action?: ReactNode }) {
  return (
    <Box textAlign="center" padding={{ vertical: 'l' }}>
      <SpaceBetween size="s">
        <div>
          <b>{title}</b>
          {detail && <Box color="text-body-secondary">{detail}</Box>}
        </div>
        {action}
      </SpaceBetween>
    </Box>
  );
}
