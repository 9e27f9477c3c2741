import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { useConfigs } from '../../api/configs';
import { LoadProblem } from '../../common/load-problem';
import { messages } from '../../messages';
import { configsMessages } from '../../messages/configs';
import { ConfigsCollection } from './configs-collection';

export function ConfigsPage() {
  const configs = useConfigs();
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={configsMessages.description}>
          {configsMessages.title}
        </Header>
      }
    >
      <title>{messages.app.title(configsMessages.title)}</title>
      {configs.isError && !configs.data ? (
        <LoadProblem
          title={configsMessages.failed}
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
