import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { prefetchConfigs, useConfigs } from '../../api/configs';
import { queryClient } from '../../api/query-client';
import { whenIn } from '../../auth/session';
import { Loaded } from '../../common/loaded';
import { messages } from '../../messages';
import { configsMessages } from '../../messages/configs';
import { ConfigsCollection, preloadList } from './configs-collection';
import { NewConfigButton } from './new-config-button';

// Begun before the frame is drawn, which takes as long. A failure is tried again, and said, where the data are shown.
void whenIn().then(() => prefetchConfigs(queryClient));
void preloadList();

export function ConfigsPage() {
  const configs = useConfigs();
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={configsMessages.description} actions={<NewConfigButton />}>
          {configsMessages.title}
        </Header>
      }
    >
      <title>{messages.app.title(configsMessages.title)}</title>
      <Loaded query={configs} loading={configsMessages.loading} failed={configsMessages.failed}>
        {(loaded) => <ConfigsCollection configs={loaded} />}
      </Loaded>
    </ContentLayout>
  );
}
