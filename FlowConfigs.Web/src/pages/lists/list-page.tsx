import './lists.css';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem } from '../../api/api-problem';
import { idOf } from '../../api/configs';
import { type List, useDeleteList, useList } from '../../api/lists';
import { useMay } from '../../auth/may';
import { ConfirmDialog } from '../../common/confirm-dialog';
import { Loaded } from '../../common/loaded';
import { NotFoundPage } from '../../common/not-found-page';
import { useNotifications } from '../../common/notifications';
import { DeskTrail } from '../../common/desk-trail';
import { messages } from '../../messages';
import { listsMessages as texts } from '../../messages/lists';
import { EntriesSection } from './entries-section';
import { ListForm } from './list-form';

/** One list with its entries. */
export function ListPage() {
  const { token = '' } = useParams();
  const id = idOf(token);
  const list = useList(id);
  if (list.error instanceof ApiProblem && list.error.status === 404) {
    return <NotFoundPage title={texts.notFound(id)} detail={texts.notFoundDetail} />;
  }
  return (
    <Loaded query={list} loading={texts.loading} failed={texts.failed}>
      {(found) => (
        <ContentLayout header={<ListHeader list={found} />}>
          <title>{messages.app.title(id)}</title>
          <EntriesSection list={found} />
        </ContentLayout>
      )}
    </Loaded>
  );
}

function ListHeader({ list }: { list: List }) {
  const { id, description, keys, country, version } = list;
  const navigate = useNavigate();
  const may = useMay();
  const { show } = useNotifications();
  const deletion = useDeleteList();
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const kind = keys === 'phone' && country ? texts.phoneOf(country) : texts.kinds[keys];
  const close = () => setOpen(null);
  return (
    <div>
      <DeskTrail steps={[{ text: texts.all, to: '/lists' }, { text: id }]} />
      <Header
        variant="h1"
        description={[description, kind].filter((part) => part !== '').join(' · ')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {may('define', id, 'lists') && <Button onClick={() => setOpen('edit')}>{texts.edit}</Button>}
            {may('delete', id, 'lists') && <Button onClick={() => setOpen('delete')}>{texts.delete}</Button>}
          </SpaceBetween>
        }
      >
        <span className="wrap-anywhere" translate="no">{id}</span>
      </Header>
      {open === 'edit' && <ListForm list={list} onClose={close} />}
      {open === 'delete' && (
        <ConfirmDialog
          action={texts.deletion.confirm}
          title={texts.deletion.title(id)}
          error={deletion.error}
          working={deletion.isPending}
          onClose={close}
          onConfirm={() =>
            deletion.mutate(
              { id, version },
              {
                onSuccess: () => {
                  show({ type: 'success', text: texts.deletion.deleted(id) }, '/lists');
                  void navigate('/lists');
                },
              },
            )}
        >
          {texts.deletion.detail}
        </ConfirmDialog>
      )}
    </div>
  );
}
