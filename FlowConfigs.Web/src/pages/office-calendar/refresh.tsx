import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { useRefreshOfficeCalendars } from '../../api/office-calendars';
import { formatDateTime } from '../../common/formats';
import { officeCalendarMessages as texts } from '../../messages/office-calendar';

interface RefreshProps {
  refresh: ReturnType<typeof useRefreshOfficeCalendars>;
}

/** For those who have just changed an event and do not want to wait for the schedule. */
export const RefreshButton = ({ refresh: { isPending, mutate } }: RefreshProps) => (
  <Button iconName="refresh" loading={isPending} loadingText={texts.refreshing} onClick={() => mutate()}>{texts.refresh}</Button>
);

/** How the last refresh went; while one runs, the button says so. */
export function RefreshOutcome({ refresh: { data, error, isPending, submittedAt } }: RefreshProps) {
  if (isPending) {
    return null;
  }
  const problems = error ? [error.message] : (data?.problems ?? []);
  return (
    <div aria-live="polite">
      {problems.length > 0
        ? <Alert type="error" header={texts.refreshFailed}>{problems.map((problem) => <div key={problem}>{problem}</div>)}</Alert>
        : data && texts.refreshed(formatDateTime(new Date(submittedAt)))}
    </div>
  );
}
