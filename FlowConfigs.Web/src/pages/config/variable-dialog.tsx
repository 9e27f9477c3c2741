import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import type { Variable } from '../../api/types';
import { configMessages } from '../../messages/config';
import { definingMessages } from '../../messages/defining';
import { ConstraintFields } from './constraint-fields';
import { constraintsFrom, constraintTexts } from './constraint-texts';
import { CommonFields, DefinitionDialog, DisplayNameField, nameProblem } from './definition-dialog';
import { definitionPath, variableField } from './definitions';
import { useEditorState } from './editor-context';
import { variablePath } from './values';

const { define } = definingMessages;
const kinds: Variable['kind'][] = ['boolean', 'text', 'number', 'select'];

const blank: Variable = {
  name: '', displayName: null, kind: 'boolean', value: 'false', description: '', section: null, locked: false, constraints: null,
};

/** Defines a variable, or defines it anew; it is saved with everything else on the page. */
export function VariableDialog({ variable, taken, onClose }: { variable?: Variable; taken: string[]; onClose: () => void }) {
  const { edit } = useEditorState();
  const [draft, setDraft] = useState(variable ?? blank);
  const [limits, setLimits] = useState(constraintTexts(draft.constraints));
  const [asked, setAsked] = useState(false);
  const isNew = variable === undefined;
  const problem = isNew ? nameProblem(draft.name, taken) : undefined;

  function confirm() {
    setAsked(true);
    if (problem) {
      return;
    }
    const field = variableField({ ...draft, constraints: constraintsFrom(draft.kind, limits) });
    const kindChanged = draft.kind !== variable?.kind;
    const value = kindChanged ? firstValue(draft.kind, limits.options) : draft.value;
    edit([
      { path: definitionPath('variables', draft.name), after: field },
      ...(kindChanged ? [{ path: variablePath(draft.name), after: value }] : []),
    ]);
    onClose();
  }

  return (
    <DefinitionDialog title={isNew ? define.addVariable : define.editOf(variable.displayName ?? variable.name)} onConfirm={confirm} onClose={onClose}>
      <SpaceBetween size="m">
        {isNew && (
          <FormField label={define.name} constraintText={define.nameHint} errorText={asked ? problem : undefined} stretch>
            <Input value={draft.name} onChange={({ detail }) => setDraft({ ...draft, name: detail.value.trim() })} />
          </FormField>
        )}
        <DisplayNameField
          value={draft.displayName}
          hint={define.displayNameHint}
          onChange={(displayName) => setDraft({ ...draft, displayName: displayName || null })}
        />
        <FormField label={define.kind}>
          <RadioGroup
            value={draft.kind}
            items={kinds.map((value) => ({ value, label: define.kinds[value], description: define.kindHints[value] }))}
            onChange={({ detail }) => setDraft({ ...draft, kind: detail.value as Variable['kind'] })}
          />
        </FormField>
        <FormField label={configMessages.description} stretch>
          <Textarea
            rows={2}
            value={draft.description}
            onChange={({ detail }) => setDraft({ ...draft, description: detail.value })}
          />
        </FormField>
        <ConstraintFields kind={draft.kind} limits={limits} onChange={setLimits} />
        <CommonFields value={draft} onChange={(common) => setDraft({ ...draft, ...common })} />
      </SpaceBetween>
    </DefinitionDialog>
  );
}

function firstValue(kind: Variable['kind'], options: string): string {
  switch (kind) {
    case 'boolean':
      return 'false';
    case 'number':
      return '0';
    case 'select':
      return options.split('\n')[0]?.trim() ?? '';
    case 'text':
      return '';
  }
}
