import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCalls } from '../../api/calls';
import { EmptyState } from '../../common/empty-state';
import { Loaded } from '../../common/loaded';
import { messages } from '../../messages';
import { callsMessages as texts } from '../../messages/calls';
import { CallsTable } from './calls-table';

/** The last callers with their vanity numbers; it follows by itself. */
export function CallsPage() {
  const calls = useCalls();
  return (
    <ContentLayout header={<Header variant="h1" description={texts.description}>{texts.title}</Header>}>
      <title>{messages.app.title(texts.title)}</title>
      <Loaded query={calls} loading={texts.loading} failed={texts.failed}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const masked = pages.some(({ numbersMasked }) => numbersMasked);
          return (
            <SpaceBetween size="l">
              {calls.isRefetchError && <Alert type="warning">{texts.late}</Alert>}
              {masked && (
                <Alert type="info" header={texts.masked}>
                  {texts.maskedDetail}
                </Alert>
              )}
              <Container>
                <SpaceBetween size="m">
                  {items.length === 0 ? (
                    <EmptyState title={texts.empty} detail={texts.emptyDetail} />
                  ) : (
                    <CallsTable calls={items} masked={masked} />
                  )}
                  {calls.hasNextPage && (
                    <Button loading={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
                      {texts.more}
                    </Button>
                  )}
                </SpaceBetween>
              </Container>
            </SpaceBetween>
          );
        }}
      </Loaded>
    </ContentLayout>
  );
}
