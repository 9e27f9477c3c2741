import '../lists/lists.css';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type CompletenessCounts, pathToTranslations, useIncomplete } from '../../api/completeness';
import { EmptyState } from '../../common/empty-state';
import { Loaded } from '../../common/loaded';
import { PageLink } from '../../common/page-link';
import { messages } from '../../messages';
import { translationsMessages as texts } from '../../messages/translations';
import { useShownName } from '../../common/shown-name';

/** The configs whose texts are not complete. */
export function TranslationsPage() {
  const incomplete = useIncomplete();
  const shown = useShownName();
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={texts.description}>
          {texts.title}
        </Header>
      }
    >
      <title>{messages.app.title(texts.title)}</title>
      <Loaded query={incomplete} loading={texts.loading} failed={texts.failed}>
        {({ pages }) => {
          const found = pages.flatMap(({ items }) => items);
          const looked = pages.reduce((sum, { lookedThrough }) => sum + lookedThrough, 0);
          return (
            <SpaceBetween size="m">
              {found.length === 0 && !incomplete.hasNextPage && <EmptyState title={texts.complete} detail={texts.completeDetail} />}
              <ul className="lists" aria-label={texts.title}>
                {found.map(({ id, displayName, counts }) => (
                  <li key={id}>
                    <div className="wrap-anywhere">
                      <PageLink to={pathToTranslations(id)}>
                        <b>{shown(id, displayName)}</b>
                      </PageLink>
                    </div>
                    <Counts counts={counts} />
                  </li>
                ))}
              </ul>
              {incomplete.hasNextPage && (
                <SpaceBetween size="xs">
                  <div>{texts.soFar(looked)}</div>
                  <Button loading={incomplete.isFetchingNextPage} onClick={() => void incomplete.fetchNextPage()}>
                    {texts.more}
                  </Button>
                </SpaceBetween>
              )}
            </SpaceBetween>
          );
        }}
      </Loaded>
    </ContentLayout>
  );
}

function Counts({ counts }: { counts: CompletenessCounts }) {
  const said = [
    { name: texts.missing, count: counts.missing, type: 'error' as const },
    { name: texts.older, count: counts.older, type: 'warning' as const },
    { name: texts.placeholders, count: counts.placeholders, type: 'warning' as const },
  ];
  return (
    <SpaceBetween direction="horizontal" size="m">
      {said
        .filter(({ count }) => count > 0)
        .map(({ name, count, type }) => (
          <StatusIndicator key={name} type={type}>
            {texts.count(name, count)}
          </StatusIndicator>
        ))}
    </SpaceBetween>
  );
}
