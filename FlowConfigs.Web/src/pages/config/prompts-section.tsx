import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { configMessages } from '../../messages/config';
import { AddButton } from './define-buttons';
import { NextMissing } from './next-missing';
import { PromptPanel } from './prompt-panel';
import type { PromptRow } from './rows';
import { bySection } from './sections';

export function PromptsSection({ rows }: { rows: PromptRow[] }) {
  return (
    <section>
      <SpaceBetween size="m">
        <Header variant="h2" actions={<AddButton list="prompts" />}>{configMessages.prompts}</Header>
        <NextMissing rows={rows} />
        {rows.length === 0 && <Box color="text-body-secondary">{configMessages.noPrompts}</Box>}
        {bySection(rows, ({ prompt }) => prompt.section).flatMap(([section, items]) => [
          section !== '' && <Box key={section} variant="h3">{section}</Box>,
          ...items.map((row) => <PromptPanel key={row.path} row={row} />),
        ])}
      </SpaceBetween>
    </section>
  );
}
