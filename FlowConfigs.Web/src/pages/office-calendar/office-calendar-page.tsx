import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useOfficeCalendars, useRefreshOfficeCalendars } from '../../api/office-calendars';
import { EmptyState } from '../../common/empty-state';
import { Loaded } from '../../common/loaded';
import { messages } from '../../messages';
import { officeCalendarMessages as texts } from '../../messages/office-calendar';
import { Office } from './office';
import { RefreshButton, RefreshOutcome } from './refresh';

/** What callers hear about the offices now and why; the page follows automatically. */
export function OfficeCalendarPage() {
  const calendars = useOfficeCalendars();
  const refresh = useRefreshOfficeCalendars();
  return (
    <ContentLayout header={<Header variant="h1" description={texts.description} actions={<RefreshButton refresh={refresh} />}>{texts.title}</Header>}>
      <title>{messages.app.title(texts.title)}</title>
      <SpaceBetween size="s">
        <RefreshOutcome refresh={refresh} />
        <Loaded query={calendars} loading={texts.loading} failed={texts.failed}>
          {({ items }) => items.length === 0 ? (
            <EmptyState title={texts.empty} detail={texts.emptyDetail} />
          ) : (
            <SpaceBetween size="l">
              {items.map((office) => <Office key={office.id} office={office} />)}
            </SpaceBetween>
          )}
        </Loaded>
      </SpaceBetween>
    </ContentLayout>
  );
}
