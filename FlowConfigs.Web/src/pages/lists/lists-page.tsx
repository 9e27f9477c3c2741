import './lists.css';
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import { type List, pathToList, useLists } from '../../api/lists';
import { useMayAnywhere } from '../../auth/may';
import { EmptyState } from '../../common/empty-state';
import { Loaded } from '../../common/loaded';
import { PageLink } from '../../common/page-link';
import { TimeAgo } from '../../common/time-ago';
import { messages } from '../../messages';
import { listsMessages as texts } from '../../messages/lists';
import { ListForm } from './list-form';

const pageSize = 50;

/** All lists. The API gives them at once; the page shows 50 at a time. */
export function ListsPage() {
  const lists = useLists();
  const mayCreate = useMayAnywhere()('define', 'lists');
  const [creating, setCreating] = useState(false);
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);

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
        {(all) => {
          const found = all.filter(({ id, description }) => `${id}\n${description}`.toLowerCase().includes(text.trim().toLowerCase()));
          const pages = Math.max(1, Math.ceil(found.length / pageSize));
          return all.length === 0 ? (
            <EmptyState title={texts.empty} detail={texts.emptyDetail} />
          ) : (
            <SpaceBetween size="m">
              <div className="lists-tools">
                <TextFilter
                  filteringText={text}
                  filteringPlaceholder={texts.find}
                  filteringAriaLabel={texts.find}
                  filteringClearAriaLabel={texts.clearFind}
                  countText={text && texts.matches(found.length)}
                  onChange={({ detail }) => {
                    setText(detail.filteringText);
                    setPage(1);
                  }}
                />
                {pages > 1 && (
                  <Pagination
                    currentPageIndex={page}
                    pagesCount={pages}
                    ariaLabels={{ previousPageLabel: texts.previousPage, nextPageLabel: texts.nextPage, pageLabel: texts.page }}
                    onChange={({ detail }) => setPage(detail.currentPageIndex)}
                  />
                )}
              </div>
              {found.length === 0 && <EmptyState title={texts.noMatch} />}
              <ul className="lists" aria-label={texts.title}>
                {found.slice((page - 1) * pageSize, page * pageSize).map((list) => (
                  <ListItem key={list.id} list={list} />
                ))}
              </ul>
            </SpaceBetween>
          );
        }}
      </Loaded>
    </ContentLayout>
  );
}

function ListItem({ list: { id, description, keys, country, saved, deleting } }: { list: List }) {
  return (
    <li>
      <div className="wrap-anywhere">
        <PageLink to={pathToList(id)}>
          <b>{id}</b>
        </PageLink>{' '}
        {deleting && <Badge color="red">{texts.deleting}</Badge>}
      </div>
      <div className="wrap-anywhere">{description}</div>
      <div>{keys === 'phone' && country ? texts.phoneOf(country) : texts.kinds[keys]}</div>
      <Box color="text-body-secondary">
        <TimeAgo at={saved.at} /> {texts.by(saved.by)}
      </Box>
    </li>
  );
}
