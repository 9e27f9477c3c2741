import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { configMessages } from '../../messages/config';
import type { VariableRow } from './rows';
import { VariableItem } from './variable-item';

export function VariablesSection({ rows }: { rows: VariableRow[] }) {
  return (
    <Container header={<Header variant="h2">{configMessages.variables}</Header>}>
      <ul className="variables">
        {rows.map((row) => (
          <VariableItem key={row.path} row={row} />
        ))}
      </ul>
    </Container>
  );
}
