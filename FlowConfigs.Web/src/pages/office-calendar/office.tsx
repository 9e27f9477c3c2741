import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { OfficeCalendar } from '../../api/office-calendars';
import { formatInZone } from '../../common/format-in-zone';
import { own } from '../../common/own';
import { TimeAgo } from '../../common/time-ago';
import { officeCalendarMessages as texts } from '../../messages/office-calendar';
import { OfficeEvents } from './office-events';
import { useConfigName } from '../../api/configs';

/** One office: what callers hear now, why, and from which events. */
export function Office({ office }: { office: OfficeCalendar }) {
  const nameOf = useConfigName();
  return (
    <Container header={<Header description={texts.rules[office.rule]}><span translate="no">{nameOf(office.id)}</span></Header>}>
      <SpaceBetween size="m">
        {office.isTooOld ? (
          <Alert type="error" header={texts.tooOld}>{texts.tooOldDetail}</Alert>
        ) : office.isStale && (
          <Alert type="warning" header={texts.stale}>{texts.staleDetail}</Alert>
        )}
        <Now office={office} />
        <Box color="text-body-secondary">{texts.read} <TimeAgo at={office.readAt} /></Box>
        <OfficeEvents office={office} />
      </SpaceBetween>
    </Container>
  );
}

function Now({ office: { now, zone } }: { office: OfficeCalendar }) {
  if (now === null) {
    return <StatusIndicator type="warning">{texts.none}</StatusIndicator>;
  }
  const changes = now.isOpen
    ? now.openUntil && texts.until(formatInZone(now.openUntil, zone))
    : now.opensAt && texts.opens(formatInZone(now.opensAt, zone));
  return (
    <div>
      <StatusIndicator type={now.isOpen ? 'success' : 'stopped'}>{now.isOpen ? texts.open : texts.closed}</StatusIndicator>
      {changes && <Box>{changes}</Box>}
      <Box color="text-body-secondary">
        {own(texts.reasons, now.reason) ?? now.reason}
        {now.event?.subject && <span translate="no">: {now.event.subject}</span>}
      </Box>
    </div>
  );
}
