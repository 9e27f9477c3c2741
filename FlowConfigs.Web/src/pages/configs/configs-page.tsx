import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { useConfigs } from '../../api/configs';
import { Loaded } from '../../common/loaded';
import { messages } from '../../messages';
import { configsMessages } from '../../messages/configs';
import { ConfigsCollection } from './configs-collection';
import { NewConfigButton } from './new-config-button';

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
