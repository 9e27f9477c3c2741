import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMails } from '../../api/mails';
import { EmptyState } from '../../common/empty-state';
import { Loaded } from '../../common/loaded';
import { messages } from '../../messages';
import { mailMessages as texts } from '../../messages/mail';
import { MailTable } from './mail-table';
import { TestMail } from './test-mail';

/** The outbox with the state of each mail; the page follows automatically. */
export function MailPage() {
  const mails = useMails();
  return (
    <ContentLayout header={<Header variant="h1" description={texts.description}>{texts.title}</Header>}>
      <title>{messages.app.title(texts.title)}</title>
      <Loaded query={mails} loading={texts.loading} failed={texts.failed}>
        {({ items, addressesHidden }) => (
          <SpaceBetween size="l">
            {addressesHidden ? <Alert type="info" header={texts.hidden}>{texts.hiddenDetail}</Alert> : <TestMail />}
            <Container>
              {items.length === 0 ? (
                <EmptyState title={texts.empty} detail={texts.emptyDetail} />
              ) : (
                <MailTable mails={items} canSend={!addressesHidden} />
              )}
            </Container>
          </SpaceBetween>
        )}
      </Loaded>
    </ContentLayout>
  );
}
