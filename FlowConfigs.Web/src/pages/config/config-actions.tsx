import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import type { Config } from '../../api/types';
import { useMay } from '../../auth/may';
import { definingMessages } from '../../messages/defining';
import { ActionDialog } from './action-dialog';
import { kindsOf, type WholeAction } from './whole-actions';

const { actions } = definingMessages;

/** What may be done with the config as a whole; nothing for whoever may only change values. */
export function ConfigActions({ config, unsaved }: { config: Config; unsaved: boolean }) {
  const may = useMay();
  const [open, setOpen] = useState<WholeAction | null>(null);
  const offered = kindsOf((right) => may(right, config.id));
  if (offered.length === 0) {
    return null;
  }
  return (
    <>
      <ButtonDropdown
        disabled={unsaved}
        disabledReason={actions.saveFirst}
        expandToViewport
        items={offered.map((action) => ({ id: action, text: actions[action] }))}
        onItemClick={({ detail }) => setOpen(detail.id as WholeAction)}
      >
        {actions.title}
      </ButtonDropdown>
      {open && <ActionDialog config={config} action={open} onClose={() => setOpen(null)} />}
    </>
  );
}
