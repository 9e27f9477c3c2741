import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { useState } from 'react';
import { useLists } from '../../api/lists';
import { useMayAnywhere } from '../../auth/may';
import { EmptyState } from '../../common/empty-state';
import { Loaded } from '../../common/loaded';
import { messages } from '../../messages';
import { listsMessages as texts } from '../../messages/lists';
import { ListForm } from './list-form';
import { ListsTable } from './lists-table';

/** All lists. The API gives them at once. */
export function ListsPage() {
  const lists = useLists();
  const mayCreate = useMayAnywhere()('define', 'lists');
  const [creating, setCreating] = useState(false);

  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={texts.description}
          actions={mayCreate && <Button onClick={() => setCreating(true)}>{texts.create}</Button>}
        >
          {texts.title}
        </Header>
      }
    >
      <title>{messages.app.title(texts.title)}</title>
      {creating && <ListForm onClose={() => setCreating(false)} />}
      <Loaded query={lists} loading={texts.loading} failed={texts.failed}>
        {(all) => (all.length === 0 ? <EmptyState title={texts.empty} detail={texts.emptyDetail} /> : <ListsTable lists={all} />)}
      </Loaded>
    </ContentLayout>
  );
}
