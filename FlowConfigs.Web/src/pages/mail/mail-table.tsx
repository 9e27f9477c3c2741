import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { type Mail, useResend } from '../../api/mails';
import { useNotifications } from '../../common/notifications';
import { type RecordColumn, Records } from '../../common/records';
import { TimeAgo } from '../../common/time-ago';
import { mailMessages as texts } from '../../messages/mail';

const indicators: Record<Mail['state'], StatusIndicatorProps.Type> = {
  waiting: 'pending', sending: 'in-progress', sent: 'success', failed: 'error', uncertain: 'warning',
};

const columnsOf = (canSend: boolean): RecordColumn<Mail>[] => [
  { id: 'at', header: texts.at, cell: ({ at }) => <TimeAgo at={at} />, isRowHeader: true, width: 180 },
  { id: 'mail', header: texts.mail, cell: (mail) => <Subject mail={mail} />, width: 380 },
  { id: 'state', header: texts.state, cell: (mail) => <State mail={mail} canSend={canSend} />, width: 380 },
];

export function MailTable({ mails, canSend }: { mails: Mail[]; canSend: boolean }) {
  return (
    <Records
      label={texts.title}
      columns={columnsOf(canSend)}
      records={mails}
      keyOf={({ contactId, template }) => `${contactId} ${template}`}
    />
  );
}

function Subject({ mail: { subject, template, to } }: { mail: Mail }) {
  return (
    <>
      <span translate="no">{subject === '' ? template : subject}</span>
      {to.length > 0 && <Box color="text-body-secondary"><span translate="no">{texts.to(to.join(', '))}</span></Box>}
    </>
  );
}

function State({ mail, canSend }: { mail: Mail; canSend: boolean }) {
  const resend = useResend();
  const { show } = useNotifications();
  const sendAgain = () => resend.mutate(mail, { onSuccess: () => show({ type: 'success', text: texts.resent }) });
  return (
    <>
      <StatusIndicator type={indicators[mail.state]}>{texts.states[mail.state]}</StatusIndicator>
      {mail.problem && <Box color="text-body-secondary">{mail.problem}</Box>}
      {canSend && (mail.state === 'failed' || mail.state === 'uncertain') && (
        <Button variant="inline-link" ariaLabel={texts.resendOf(mail.template)} loading={resend.isPending} onClick={sendAgain}>
          {texts.resend}
        </Button>
      )}
      {resend.isError && <Alert type="error" header={texts.notDone}>{resend.error.message}</Alert>}
    </>
  );
}
