import './activity.css';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useConfigs } from '../../api/configs';
import { type AuditFilter, useAudit } from '../../api/history';
import { EmptyState } from '../../common/empty-state';
import { Loaded } from '../../common/loaded';
import { messages } from '../../messages';
import { activityMessages as texts } from '../../messages/history';
import { ActivityEntry } from './activity-entry';
import { ActivityFilter } from './activity-filter';

const empty: AuditFilter = { kind: '', path: '', by: '', since: '' };

/** Everything that was changed, by anybody. The filter is part of the address, to be sent to somebody or come back to. */
export function ActivityPage() {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(
    Object.keys(empty).map((name) => [name, search.get(name) ?? '']),
  ) as unknown as AuditFilter;
  const configs = useConfigs();
  const names = useMemo(() => new Map((configs.data ?? []).map((config) => [config.id, config])), [configs.data]);
  const audit = useAudit(useDeferredValue(filter));
  const change = (next: AuditFilter) =>
    setSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')), { replace: true });

  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={texts.description}
          actions={
            <span className="not-printed">
              <Button iconName="file" onClick={() => window.print()}>
                {texts.print}
              </Button>
            </span>
          }
        >
          {texts.title}
        </Header>
      }
    >
      <title>{messages.app.title(texts.title)}</title>
      <SpaceBetween size="l">
        <ActivityFilter filter={filter} onChange={change} onClear={() => change(empty)} />
        <Loaded query={audit} loading={texts.loading} failed={texts.failed}>
          {({ pages }) => {
            const entries = pages.flatMap(({ items }) => items);
            return (
              <SpaceBetween size="m">
                {entries.length === 0 && !audit.hasNextPage ? (
                  <EmptyState title={texts.empty} detail={texts.emptyDetail} />
                ) : (
                  <Box color="text-body-secondary">
                    <span aria-live="polite">{texts.shown(entries.length, !audit.hasNextPage)}</span>
                  </Box>
                )}
                <ol className="activity">
                  {entries.map((entry) => (
                    <ActivityEntry key={`${entry.saved.at}${entry.id}${entry.saved.mark ?? ''}`} entry={entry} configs={names} />
                  ))}
                </ol>
                {audit.hasNextPage && (
                  <span className="not-printed">
                    <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
                      {texts.more}
                    </Button>
                  </span>
                )}
              </SpaceBetween>
            );
          }}
        </Loaded>
      </SpaceBetween>
    </ContentLayout>
  );
}
