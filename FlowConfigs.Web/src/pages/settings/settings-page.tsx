import './settings.css';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSettings } from '../../api/settings';
import { useMay } from '../../auth/may';
import { Loaded } from '../../common/loaded';
import { NoPermission } from '../../common/no-permission';
import { messages } from '../../messages';
import { settingsMessages as texts } from '../../messages/settings';
import { AliasesSection } from './aliases-section';
import { SettingsForm } from './settings-form';

const root = '/';

export function SettingsPage() {
  const settings = useSettings();
  if (!useMay()('manage', root)) {
    return <NoPermission title={messages.may.notHere} />;
  }
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={texts.description}>
          {texts.title}
        </Header>
      }
    >
      <title>{messages.app.title(texts.title)}</title>
      <SpaceBetween size="l">
        <Loaded query={settings} loading={texts.loading} failed={texts.failed}>
          {(found) => <SettingsForm key={found.version} settings={found} />}
        </Loaded>
        <AliasesSection />
      </SpaceBetween>
    </ContentLayout>
  );
}
