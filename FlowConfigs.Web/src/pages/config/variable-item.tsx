import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useId } from 'react';
import { constraintHint } from './constraint-hint';
import { DefineButtons } from './define-buttons';
import { EditedBadge } from './edited-badge';
import { useEditorState } from './editor-context';
import { KeyReference } from './key-reference';
import { LiveValue } from './live-value';
import { subjectOf } from './paths';
import { OriginBadge, OriginButton, OriginNote } from './origin-note';
import { inheritAgain, isEditable, overrideVariable, type VariableRow } from './rows';
import { ValueInput } from './value-input';
import { valueText } from './value-text';
import { useDesignerView } from '../../common/designer-view';

export function VariableItem({ row }: { row: VariableRow }) {
  const { variable, path, value, origin } = row;
  const { edit, mayEdit, problemAt, values } = useEditorState();
  const [isDesigner] = useDesignerView();
  const labelId = useId();
  const name = variable.displayName ?? variable.name;
  // The server may find fault with the key as a whole, such as one that has been locked meanwhile.
  const problem = problemAt(path) ?? problemAt(subjectOf(path).path);
  const readOnly = !mayEdit || !isEditable(origin);

  return (
    <li className="variable" aria-labelledby={labelId}>
      <div className="variable-about">
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Box id={labelId} fontWeight="bold" className="wrap-anywhere" nativeAttributes={{ translate: 'no' }}>
            {name}
          </Box>
          <OriginBadge origin={origin} />
          <EditedBadge path={path} />
          {origin.kind === 'own' && <DefineButtons list="variables" item={variable} />}
        </SpaceBetween>
        {variable.description && <Box color="text-body-secondary">{variable.description}</Box>}
      </div>
      {isDesigner && (
        <div className="variable-key">
          <KeyReference name={variable.name} />
        </div>
      )}
      <div className="variable-value">
        <div className="variable-input">
          <LiveValue name={variable.name} words={(live) => valueText(variable, live)} />
          <FormField constraintText={readOnly ? '' : constraintHint(variable.constraints)} errorText={problem} stretch>
            <ValueInput
              variable={variable}
              value={value}
              readOnly={readOnly}
              invalid={problem !== undefined}
              labelledBy={labelId}
              onChange={(after) => edit([{ path, after }])}
            />
          </FormField>
          <OriginNote origin={origin} inheritedValue={valueText(variable, variable.value)} />
        </div>
        <OriginButton
          origin={origin}
          name={name}
          onOverride={() => edit(overrideVariable(row))}
          onInherit={() => edit(inheritAgain(path, values))}
        />
      </div>
    </li>
  );
}
