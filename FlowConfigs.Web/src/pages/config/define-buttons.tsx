import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Prompt, Variable } from '../../api/types';
import { useMay } from '../../auth/may';
import { definingMessages } from '../../messages/defining';
import { definedIn, remove } from './definitions';
import { useEditorState } from './editor-context';
import { PromptDialog } from './prompt-dialog';
import { VariableDialog } from './variable-dialog';

const { define } = definingMessages;

type Defined = { list: 'variables'; item?: Variable } | { list: 'prompts'; item?: Prompt };

/** For whoever may define what there is: on this page too, without a tool of its own. */
function useMayDefine(): boolean {
  const { config } = useEditorState();
  return useMay()('define', config.id);
}

function Dialog({ list, item, onClose }: Defined & { onClose: () => void }) {
  const { config, values } = useEditorState();
  const inherited = [...config.inherited.variables.map(({ name }) => name), ...config.inherited.prompts.map(({ key }) => key)];
  const names = (of: 'variables' | 'prompts') => definedIn(values, of).map(([name]) => name);
  return list === 'variables' ? (
    <VariableDialog {...(item && { variable: item })} taken={[...names('variables'), ...inherited]} onClose={onClose} />
  ) : (
    <PromptDialog {...(item && { prompt: item })} taken={names('prompts')} onClose={onClose} />
  );
}

export function AddButton({ list }: { list: 'variables' | 'prompts' }) {
  const [open, setOpen] = useState(false);
  if (!useMayDefine()) {
    return null;
  }
  return (
    <>
      <Button iconName="add-plus" onClick={() => setOpen(true)}>
        {list === 'variables' ? define.addVariable : define.addPrompt}
      </Button>
      {open && <Dialog list={list} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Edits or removes what this config itself defines. */
export function DefineButtons(defined: Defined & { item: Variable | Prompt }) {
  const { edit, values } = useEditorState();
  const [open, setOpen] = useState(false);
  const { list, item } = defined;
  const name = item.displayName ?? item.name;
  if (!useMayDefine()) {
    return null;
  }
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      <Button variant="icon" iconName="settings" ariaLabel={define.editOf(name)} onClick={() => setOpen(true)} />
      <Button
        variant="icon"
        iconName="remove"
        ariaLabel={define.removeOf(name)}
        onClick={() => edit(remove(values, list, item.name))}
      />
      {open && <Dialog {...defined} onClose={() => setOpen(false)} />}
    </SpaceBetween>
  );
}
