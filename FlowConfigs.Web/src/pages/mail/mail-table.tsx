import '../calls/calls.css';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { type Mail, useResend } from '../../api/mails';
import { useNotifications } from '../../common/notifications';
import { TimeAgo } from '../../common/time-ago';
import { mailMessages as texts } from '../../messages/mail';

const indicators: Record<Mail['state'], StatusIndicatorProps.Type> = {
  waiting: 'pending', sending: 'in-progress', sent: 'success', failed: 'error', uncertain: 'warning',
};

/** A table at a desk; on a phone each mail is a block of its own. */
export function MailTable({ mails, canSend }: { mails: Mail[]; canSend: boolean }) {
  return (
    <table className="calls">
      <thead>
        <tr>
          <th scope="col">{texts.at}</th>
          <th scope="col">{texts.mail}</th>
          <th scope="col">{texts.state}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => <MailRow key={`${mail.contactId} ${mail.template}`} mail={mail} canSend={canSend} />)}
      </tbody>
    </table>
  );
}

function MailRow({ mail, canSend }: { mail: Mail; canSend: boolean }) {
  const resend = useResend();
  const { show } = useNotifications();
  const sendAgain = () => resend.mutate(mail, { onSuccess: () => show({ type: 'success', text: texts.resent }) });
  return (
    <tr>
      <th scope="row"><TimeAgo at={mail.at} /></th>
      <td>
        <span translate="no">{mail.subject === '' ? mail.template : mail.subject}</span>
        {mail.to.length > 0 && <Box color="text-body-secondary"><span translate="no">{texts.to(mail.to.join(', '))}</span></Box>}
      </td>
      <td>
        <StatusIndicator type={indicators[mail.state]}>{texts.states[mail.state]}</StatusIndicator>
        {mail.problem && <Box color="text-body-secondary">{mail.problem}</Box>}
        {canSend && (mail.state === 'failed' || mail.state === 'uncertain') && (
          <Button variant="inline-link" ariaLabel={texts.resendOf(mail.template)} loading={resend.isPending} onClick={sendAgain}>
            {texts.resend}
          </Button>
        )}
        {resend.isError && <Alert type="error" header={texts.notDone}>{resend.error.message}</Alert>}
      </td>
    </tr>
  );
}
