import Button from '@cloudscape-design/components/button';
import { lazy, Suspense, useState } from 'react';
import { useMayAnywhere } from '../../auth/may';
import { configsMessages } from '../../messages/configs';

const NewConfigDialog = lazy(async () => ({ default: (await import('./new-config-dialog')).NewConfigDialog }));

export function NewConfigButton() {
  const [open, setOpen] = useState(false);
  if (!useMayAnywhere()('define')) {
    return null;
  }
  return (
    <>
      <Button iconName="add-plus" onClick={() => setOpen(true)}>{configsMessages.newConfig}</Button>
      {open && <Suspense><NewConfigDialog onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
