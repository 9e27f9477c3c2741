import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { messages } from '../../common/messages';
import { PromptPanel } from './prompt-panel';
import type { PromptRow } from './rows';

export function PromptsSection({ rows }: { rows: PromptRow[] }) {
  return (
    <section>
      <SpaceBetween size="m">
        <Header variant="h2">{messages.config.prompts}</Header>
        {rows.map((row) => (
          <PromptPanel key={row.path} row={row} />
        ))}
      </SpaceBetween>
    </section>
  );
}
