import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { exportOf } from '../../api/bulk';
import type { ConfigSummary } from '../../api/types';
import { useMay } from '../../auth/may';
import { configsMessages } from '../../messages/configs';
import { BulkDialog } from './bulk-dialog';

const { bulk } = configsMessages;

interface BulkBarProps {
  configs: ConfigSummary[];
  onSelectAll: (() => void) | undefined;
  onClear: () => void;
}

/** What can be done with the configs that are chosen. */
export function BulkBar({ configs, onSelectAll, onClear }: BulkBarProps) {
  const may = useMay();
  const [open, setOpen] = useState<'set' | 'delete' | null>(null);
  const [exporting, setExporting] = useState(false);
  const all = (right: 'editValues' | 'delete') => configs.every(({ id }) => may(right, id));

  async function download() {
    setExporting(true);
    const url = URL.createObjectURL(await exportOf(new Set(configs.map(({ id }) => id))).finally(() => setExporting(false)));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'flow-configs.json';
    link.click();
    URL.revokeObjectURL(url);
  }

  return (
    <section aria-label={bulk.region}>
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <b>{bulk.chosen(configs.length)}</b>
        <Button disabled={!all('editValues')} onClick={() => setOpen('set')}>{bulk.set}</Button>
        <Button loading={exporting} onClick={() => void download()}>{bulk.export}</Button>
        <Button disabled={!all('delete')} onClick={() => setOpen('delete')}>{bulk.delete}</Button>
        {onSelectAll && <Button variant="link" onClick={onSelectAll}>{bulk.all}</Button>}
        <Button variant="link" onClick={onClear}>{bulk.none}</Button>
      </SpaceBetween>
      {open && <BulkDialog kind={open} configs={configs} onClose={() => setOpen(null)} onDone={onClear} />}
    </section>
  );
}
