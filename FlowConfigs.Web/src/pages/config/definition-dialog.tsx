import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { definingMessages } from '../../messages/defining';

const { define } = definingMessages;

interface DefinitionDialogProps {
  title: string;
  children: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

export function DefinitionDialog({ title, children, onConfirm, onClose }: DefinitionDialogProps) {
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel={define.cancel}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>{define.cancel}</Button>
            <Button variant="primary" onClick={onConfirm}>{define.confirm}</Button>
          </SpaceBetween>
        </Box>
      }
    >
      {children}
    </Modal>
  );
}

interface Common {
  section: string | null;
  locked: boolean;
}

/** What variables and prompts have in common: the heading that they stand under, and the lock. */
export function CommonFields({ value, onChange }: { value: Common; onChange: (value: Common) => void }) {
  const { section, locked } = value;
  return (
    <>
      <FormField label={define.section} constraintText={define.sectionHint} stretch>
        <Input value={section ?? ''} onChange={({ detail }) => onChange({ locked, section: detail.value })} />
      </FormField>
      <Checkbox checked={locked} description={define.lockHint} onChange={({ detail }) => onChange({ section, locked: detail.checked })}>
        {define.lock}
      </Checkbox>
    </>
  );
}

/** What business users see in place of a name or an id. */
export function DisplayNameField({ value, hint, onChange }: { value: string | null; hint: string; onChange: (value: string) => void }) {
  return (
    <FormField label={define.displayName} constraintText={hint} stretch>
      <Input value={value ?? ''} onChange={({ detail }) => onChange(detail.value)} />
    </FormField>
  );
}

const form = /^[A-Za-z0-9-][A-Za-z0-9_-]{0,99}$/;

/** What is wrong with a new name, before the server is asked. */
export function nameProblem(name: string, taken: readonly string[]): string | undefined {
  if (!form.test(name)) {
    return define.nameHint;
  }
  return taken.includes(name) ? define.nameTaken(name) : undefined;
}
