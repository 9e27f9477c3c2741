import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { useMayAnywhere } from '../../auth/may';
import { later } from '../../common/later';
import { configsMessages } from '../../messages/configs';

const NewConfigDialog = later(async () => (await import('./new-config-dialog')).NewConfigDialog);

export function NewConfigButton() {
  const [open, setOpen] = useState(false);
  if (!useMayAnywhere()('define')) {
    return null;
  }
  return (
    <>
      <Button iconName="add-plus" onClick={() => setOpen(true)}>{configsMessages.newConfig}</Button>
      {open && <NewConfigDialog onClose={() => setOpen(false)} />}
    </>
  );
}
