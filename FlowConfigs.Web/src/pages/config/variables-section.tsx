import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { configMessages } from '../../messages/config';
import { AddButton } from './define-buttons';
import type { VariableRow } from './rows';
import { bySection } from './sections';
import { VariableItem } from './variable-item';

export function VariablesSection({ rows }: { rows: VariableRow[] }) {
  return (
    <Container header={<Header variant="h2" actions={<AddButton list="variables" />}>{configMessages.variables}</Header>}>
      {rows.length === 0 && <Box color="text-body-secondary">{configMessages.noVariables}</Box>}
      {bySection(rows, ({ variable }) => variable.section).map(([section, items]) => (
        <div key={section}>
          {section !== '' && <Box variant="h3" padding={{ top: 'm' }}>{section}</Box>}
          <ul className="variables">
            {items.map((row) => (
              <VariableItem key={row.path} row={row} />
            ))}
          </ul>
        </div>
      ))}
    </Container>
  );
}
