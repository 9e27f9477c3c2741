import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useMutation } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { type Entry, exportEntries, type List, useEntries, useRemoveEntry } from '../../api/lists';
import { useMay } from '../../auth/may';
import { ConfirmDialog } from '../../common/confirm-dialog';
import { download } from '../../common/download';
import { EmptyState } from '../../common/empty-state';
import { Loaded } from '../../common/loaded';
import { useNotifications } from '../../common/notifications';
import { listsMessages } from '../../messages/lists';
import { EntriesTable } from './entries-table';
import { EntryForm } from './entry-form';
import { PasteDialog } from './paste-dialog';

const texts = listsMessages.entries;

type Open = { what: 'add' | 'paste' } | { what: 'edit' | 'remove'; entry: Entry } | null;

/** The entries of a list: found by the beginning of their keys, added, changed, removed, pasted, exported. */
export function EntriesSection({ list }: { list: List }) {
  const { id, entries: count } = list;
  const mayEdit = useMay()('editValues', id, 'lists');
  const { show } = useNotifications();
  const [prefix, setPrefix] = useState('');
  const entries = useEntries(id, useDeferredValue(prefix.trim()));
  const masked = entries.data?.pages[0]?.numbersMasked === true;
  const [open, setOpen] = useState<Open>(null);
  const removal = useRemoveEntry(id);
  const file = useMutation({
    mutationFn: () => exportEntries(id),
    onSuccess: (csv) => download(`${id.replaceAll('/', '-')}.csv`, csv),
  });
  const close = () => setOpen(null);
  const actions = {
    onEdit: (entry: Entry) => setOpen({ what: 'edit', entry }),
    onRemove: (entry: Entry) => setOpen({ what: 'remove', entry }),
  };

  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={count ? `(${texts.count(count.count, count.more)})` : undefined}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {mayEdit && <Button onClick={() => setOpen({ what: 'add' })}>{texts.add}</Button>}
              {mayEdit && <Button onClick={() => setOpen({ what: 'paste' })}>{texts.paste}</Button>}
              <Button loading={file.isPending} onClick={() => file.mutate()}>
                {texts.export}
              </Button>
            </SpaceBetween>
          }
        >
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {file.isError && <Alert type="error" header={texts.exportFailed}>{file.error.message}</Alert>}
        {masked ? <Box color="text-body-secondary">{texts.masked}</Box> : (
          <TextFilter
            filteringText={prefix}
            filteringPlaceholder={texts.find}
            filteringAriaLabel={texts.find}
            filteringClearAriaLabel={listsMessages.clearFind}
            onChange={({ detail }) => setPrefix(detail.filteringText)}
          />
        )}
        <Loaded query={entries} loading={texts.loading} failed={texts.failed}>
          {({ pages }) => {
            const shown = pages.flatMap(({ items }) => items);
            return shown.length === 0 ? (
              <EmptyState
                title={prefix === '' ? texts.empty : texts.noMatch}
                detail={prefix === '' && mayEdit ? texts.emptyDetail : undefined}
              />
            ) : (
              <EntriesTable
                entries={shown}
                phone={list.keys === 'phone'}
                actions={mayEdit ? actions : null}
              />
            );
          }}
        </Loaded>
        {entries.hasNextPage && (
          <Button loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            {texts.more}
          </Button>
        )}
      </SpaceBetween>
      {open?.what === 'add' && <EntryForm list={list} onClose={close} />}
      {open?.what === 'edit' && <EntryForm list={list} entry={open.entry} onClose={close} />}
      {open?.what === 'paste' && <PasteDialog list={list} onClose={close} />}
      {open?.what === 'remove' && (
        <ConfirmDialog
          title={texts.removeTitle(open.entry.key)}
          action={texts.removeShort}
          error={removal.error}
          working={removal.isPending}
          onClose={() => {
            removal.reset();
            close();
          }}
          onConfirm={() =>
            removal.mutate(open.entry, {
              onSuccess: () => {
                close();
                show({ type: 'success', text: texts.removed(open.entry.key) });
              },
            })}
        >
          {texts.removeDetail}
        </ConfirmDialog>
      )}
    </Container>
  );
}
