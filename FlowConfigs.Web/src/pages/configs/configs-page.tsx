import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { useConfigs } from '../../api/configs';
import { LoadProblem } from '../../common/load-problem';
import { messages } from '../../common/messages';
import { ConfigsCollection } from './configs-collection';

export function ConfigsPage() {
  const configs = useConfigs();
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={messages.list.description}>
          {messages.list.title}
        </Header>
      }
    >
      <title>{messages.app.title(messages.list.title)}</title>
      {configs.isError && !configs.data ? (
        <LoadProblem
          title={messages.list.failed}
          error={configs.error}
          retrying={configs.isFetching}
          onRetry={() => void configs.refetch()}
        />
      ) : (
        <ConfigsCollection configs={configs.data ?? []} loading={configs.isPending} />
      )}
    </ContentLayout>
  );
}
