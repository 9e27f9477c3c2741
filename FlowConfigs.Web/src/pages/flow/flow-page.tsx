import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ApiProblem } from '../../api/api-problem';
import { idOf, pathTo, useConfig } from '../../api/configs';
import { useSettings } from '../../api/settings';
import type { Config } from '../../api/types';
import { download } from '../../common/download';
import { Loaded } from '../../common/loaded';
import { NotFoundPage } from '../../common/not-found-page';
import { Trail } from '../../common/trail';
import { messages } from '../../messages';
import { flowMessages as texts } from '../../messages/flow';
import { contactFlow, isMixed, mostActions } from './contact-flow';

/** A contact flow for a config, to download. */
export function FlowPage() {
  const { token = '' } = useParams();
  const id = idOf(token);
  const config = useConfig(id);
  const name = config.data?.displayName ?? id;
  if (config.error instanceof ApiProblem && config.error.status === 404) {
    return <NotFoundPage title={messages.problems.configNotFound(id)} detail={messages.problems.configNotFoundDetail} />;
  }
  return (
    <ContentLayout
      header={
        <div>
          <Trail steps={[{ text: messages.app.backToList, to: '/configs' }, { text: name, to: pathTo(id) }, { text: texts.title }]} />
          <Header variant="h1" description={texts.description}>
            <span className="wrap-anywhere">{texts.titleOf(name)}</span>
          </Header>
        </div>
      }
    >
      <title>{messages.app.title(texts.titleOf(name))}</title>
      <Loaded query={config} loading={texts.loading(id)} failed={texts.failed}>
        {(found) => <Flow config={found} />}
      </Loaded>
    </ContentLayout>
  );
}

function Flow({ config }: { config: Config }) {
  const [arn, setArn] = useState(texts.arnDefault);
  const [fallback, setFallback] = useState(texts.fallbackDefault);
  const { data: settings } = useSettings();
  const flow = contactFlow(config, arn.trim(), fallback, settings?.languages);
  const json = JSON.stringify(flow, null, 2);
  const mixed = [...config.prompts, ...config.inherited.prompts].filter(isMixed).map(({ name }) => name);
  if (flow.Actions.length > mostActions) {
    return (
      <Alert type="error" header={texts.tooLargeTitle}>
        {texts.tooLarge(mostActions)}
      </Alert>
    );
  }
  return (
    <SpaceBetween size="l">
      {mixed.length > 0 && (
        <Alert type="warning" header={texts.mixedTitle}>
          {texts.mixed(mixed.join(', '))}
        </Alert>
      )}
      <Container>
        <SpaceBetween size="m">
          <FormField label={texts.arn} description={texts.arnHint} stretch>
            <Input value={arn} onChange={({ detail }) => setArn(detail.value)} />
          </FormField>
          <FormField label={texts.fallback} stretch>
            <Input value={fallback} onChange={({ detail }) => setFallback(detail.value)} />
          </FormField>
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              variant="primary"
              iconName="download"
              onClick={() =>
                download(`${config.id.replaceAll('/', '-')}-flow.json`, new Blob([json], { type: 'application/json' }))}
            >
              {texts.download}
            </Button>
            <CopyToClipboard
              textToCopy={json}
              copyButtonText={texts.copy}
              copySuccessText={texts.copied}
              copyErrorText={texts.copyFailed}
            />
          </SpaceBetween>
        </SpaceBetween>
      </Container>
      <Textarea ariaLabel={texts.json} readOnly rows={20} spellcheck={false} value={json} />
    </SpaceBetween>
  );
}
