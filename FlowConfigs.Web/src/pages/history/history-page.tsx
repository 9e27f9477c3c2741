import './history.css';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ApiProblem } from '../../api/api-problem';
import { idOf, pathTo, useConfig } from '../../api/configs';
import { useVersions, type VersionEntry, versionName } from '../../api/history';
import { useMay } from '../../auth/may';
import { Loaded } from '../../common/loaded';
import { NotFoundPage } from '../../common/not-found-page';
import { DeskTrail } from '../../common/desk-trail';
import { messages } from '../../messages';
import { historyMessages as texts } from '../../messages/history';
import { Comparison } from './comparison';
import { RestoreDialog } from './restore-dialog';
import { VersionItem } from './version-item';
import { useLabels } from '../../common/labels';

/** A config's versions, the newest first; any two compared, and any brought back. */
export function HistoryPage() {
  const { token = '' } = useParams();
  const id = idOf(token);
  const may = useMay();
  const versions = useVersions(id);
  const newestOnTheLine = versions.data?.pages.flatMap(({ items }) => items).find(isOnTheLine);
  // A deleted config has no names any more, so its history shows keys.
  const config = useConfig(id, newestOnTheLine !== undefined && !newestOnTheLine.deleted);
  const labels = useLabels(config.data);
  const name = config.data?.displayName ?? id;
  const [compared, setCompared] = useState<{ from: string; to: string } | null>(null);
  const [restoring, setRestoring] = useState<string | null>(null);

  if (versions.error instanceof ApiProblem && versions.error.status === 404) {
    return <NotFoundPage title={messages.problems.configNotFound(id)} detail={messages.problems.configNotFoundDetail} />;
  }
  return (
    <ContentLayout
      header={
        <div>
          <DeskTrail steps={[{ text: messages.app.backToList, to: '/configs' }, { text: name, to: pathTo(id) }, { text: texts.title }]} />
          <Header variant="h1">
            <span className="wrap-anywhere">{texts.titleOf(name)}</span>
          </Header>
        </div>
      }
    >
      <title>{messages.app.title(texts.titleOf(name))}</title>
      <Loaded query={versions} loading={texts.loading} failed={texts.failed}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          const current = entries.find(isOnTheLine);
          const newest = current ? versionName(current) : '';
          return (
            <SpaceBetween size="l">
              <Comparison
                id={id}
                labels={labels}
                names={entries.filter(({ deleted }) => !deleted).map(versionName)}
                from={compared?.from ?? entries.filter(isOnTheLine).map(versionName)[1] ?? newest}
                to={compared?.to ?? newest}
                onChange={(from, to) => setCompared({ from, to })}
              />
              <ol className="versions" aria-label={texts.versions}>
                {entries.map((entry) => (
                  <VersionItem
                    key={entry.saved.mark ?? entry.version}
                    entry={entry}
                    labels={labels}
                    isCurrent={entry === current}
                    onCompare={() => {
                      setCompared({ from: versionName(entry), to: newest });
                      window.scrollTo({ top: 0 });
                    }}
                    onRestore={may('editValues', id) ? () => setRestoring(versionName(entry)) : null}
                  />
                ))}
              </ol>
              {versions.hasNextPage && (
                <Button loading={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
                  {texts.more}
                </Button>
              )}
              {restoring !== null && current && (
                <RestoreDialog
                  id={id}
                  version={restoring}
                  current={current.version}
                  deleted={current.deleted ?? false}
                  onClose={() => setRestoring(null)} />
              )}
            </SpaceBetween>
          );
        }}
      </Loaded>
    </ContentLayout>
  );
}

const isOnTheLine = ({ link }: VersionEntry) => link !== 'overruled' && link !== 'merged';
