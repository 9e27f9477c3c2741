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
import { useFunctions } from '../../api/functions';
import { useSettings } from '../../api/settings';
import type { Config } from '../../api/types';
import { download } from '../../common/download';
import { Loaded } from '../../common/loaded';
import { NotFoundPage } from '../../common/not-found-page';
import { DeskTrail } from '../../common/desk-trail';
import { messages } from '../../messages';
import { flowMessages as texts } from '../../messages/flow';
import { contactFlow, isMixed, mostActions } from './contact-flow';
import { type ArnChoice, arnChoices, isFunctionArn } from './function-arn';
import { FunctionField } from './function-field';

/** A contact flow for a config, to download. */
export function FlowPage() {
  const { token = '' } = useParams();
  const id = idOf(token);
  const config = useConfig(id);
  const functions = useFunctions();
  const name = config.data?.displayName ?? id;
  if (config.error instanceof ApiProblem && config.error.status === 404) {
    return <NotFoundPage title={messages.problems.configNotFound(id)} detail={messages.problems.configNotFoundDetail} />;
  }
  return (
    <ContentLayout
      header={
        <div>
          <DeskTrail steps={[{ text: messages.app.backToList, to: '/configs' }, { text: name, to: pathTo(id) }, { text: texts.title }]} />
          <Header variant="h1" description={texts.description}>
            <span className="wrap-anywhere">{texts.titleOf(name)}</span>
          </Header>
        </div>
      }
    >
      <title>{messages.app.title(texts.titleOf(name))}</title>
      <Loaded query={config} loading={texts.loading(id)} failed={texts.failed}>
        {(found) => (
          <Loaded query={functions} loading={texts.loading(id)} failed={texts.functionsFailed}>
            {({ getConfig }) => <Flow config={found} choices={arnChoices(getConfig)} />}
          </Loaded>
        )}
      </Loaded>
    </ContentLayout>
  );
}

function Flow({ config, choices }: { config: Config; choices: ArnChoice[] }) {
  const [chosen, setChosen] = useState(choices[0] ?? null);
  const [typed, setTyped] = useState('');
  const arn = chosen?.value ?? typed.trim();
  const isArn = isFunctionArn(arn);
  const [fallback, setFallback] = useState(texts.fallbackDefault);
  const { data: settings } = useSettings();
  const flow = contactFlow(config, arn, fallback, settings?.languages);
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
          <FunctionField
            choices={choices}
            chosen={chosen}
            onChoose={setChosen}
            arn={typed}
            onArn={setTyped}
            problem={isArn || typed === '' ? undefined : texts.arnInvalid}
          />
          <FormField label={texts.fallback} stretch>
            <Input value={fallback} onChange={({ detail }) => setFallback(detail.value)} />
          </FormField>
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              variant="primary"
              iconName="download"
              disabled={!isArn}
              disabledReason={texts.arnMissing}
              onClick={() => download(fileName(config.id, chosen), new Blob([json], { type: 'application/json' }))}
            >
              {texts.download}
            </Button>
            {isArn && (
              <CopyToClipboard
                textToCopy={json}
                copyButtonText={texts.copy}
                copySuccessText={texts.copied}
                copyErrorText={texts.copyFailed}
              />
            )}
          </SpaceBetween>
        </SpaceBetween>
      </Container>
      {isArn && <Textarea ariaLabel={texts.json} readOnly rows={20} spellcheck={false} value={json} />}
    </SpaceBetween>
  );
}

/** With the Region, because the flows of two Regions differ. */
const fileName = (id: string, chosen: ArnChoice | null) =>
  `${[id.replaceAll('/', '-'), 'flow', ...(chosen ? [chosen.region] : [])].join('-')}.json`;
