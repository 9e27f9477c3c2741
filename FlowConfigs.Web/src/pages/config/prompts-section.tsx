import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { configMessages } from '../../messages/config';
import { PromptPanel } from './prompt-panel';
import type { PromptRow } from './rows';

export function PromptsSection({ rows }: { rows: PromptRow[] }) {
  return (
    <section>
      <SpaceBetween size="m">
        <Header variant="h2">{configMessages.prompts}</Header>
        {rows.map((row) => (
          <PromptPanel key={row.path} row={row} />
        ))}
      </SpaceBetween>
    </section>
  );
}
