import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useTestMail } from '../../api/mails';
import { useNotifications } from '../../common/notifications';
import { mailMessages as texts } from '../../messages/mail';

/** A template's mail to the person's own address. */
export function TestMail() {
  const [template, setTemplate] = useState('mail/missed-call');
  const test = useTestMail();
  const { show } = useNotifications();
  const sendTest = () => test.mutate({ template: template.trim() }, {
    onSuccess: ({ to }) => show({ type: 'success', text: texts.tested(to.join(', ')) }),
  });
  return (
    <Container>
      <SpaceBetween size="s">
        <FormField label={texts.template} description={texts.testDetail}>
          <Input value={template} onChange={({ detail }) => setTemplate(detail.value)} />
        </FormField>
        <Button loading={test.isPending} onClick={sendTest}>{texts.test}</Button>
        {test.isError && <Alert type="error" header={texts.notDone}>{test.error.message}</Alert>}
      </SpaceBetween>
    </Container>
  );
}
