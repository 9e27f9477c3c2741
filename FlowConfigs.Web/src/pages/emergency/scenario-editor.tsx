import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../api/api-problem';
import { useConfigs } from '../../api/configs';
import { pathToScenario, type Scenario, type ScenarioValues, useSaveScenario } from '../../api/scenarios';
import { useMay } from '../../auth/may';
import { DraftOffer } from '../../common/draft-offer';
import { useDrafts } from '../../common/drafts';
import { useNotifications } from '../../common/notifications';
import { DeskTrail } from '../../common/desk-trail';
import { UnsavedGuard } from '../../common/unsaved-guard';
import { messages } from '../../messages';
import { emergencyMessages } from '../../messages/emergency';
import { ScenarioConfig } from './scenario-config';
import { saidOf, sentencesOf } from './said';
import { scenarioName } from '../../common/scenario-name';
import { useLiveCheck } from './use-live-check';
import { useShownName } from '../../common/shown-name';

const texts = emergencyMessages.editor;

/** What the API answers to a save that names no version of what is there already. */
const preconditionRequired = 428;

interface Typed {
  id: string;
  description: string;
  values: ScenarioValues;
  comment: string;
}

export function ScenarioEditor({ scenario }: { scenario?: Scenario }) {
  const navigate = useNavigate();
  const may = useMay();
  const { show } = useNotifications();
  const configs = useConfigs();
  const shown = useShownName();
  const save = useSaveScenario();
  const [id, setId] = useState(scenario?.id ?? '');
  const [description, setDescription] = useState(scenario?.description ?? '');
  const [values, setValues] = useState(scenario?.values ?? {});
  const [comment, setComment] = useState('');
  const [changes, setChanges] = useState(0);
  const edit = (change: () => void) => {
    change();
    setChanges((count) => count + 1);
    save.reset();
  };

  const typed: Typed | null = changes > 0 ? { id, description, values, comment } : null;
  const drafts = useDrafts(`scenario ${scenario?.id ?? ''}`, scenario?.version ?? 0, typed, (_, later) => later);
  const restore = ({ content }: { content: Typed }) => edit(() => {
    setId(content.id);
    setDescription(content.description);
    setValues(content.values);
    setComment(content.comment);
    drafts.takeUp();
  });

  const check = useLiveCheck(scenario?.id, description, values, changes > 0);
  const problems = saidOf(save.error instanceof ApiProblem ? sentencesOf(save.error.errors) : check.problems);
  const warnings = saidOf(check.warnings);
  const exists = !scenario && save.error instanceof ApiProblem && save.error.status === preconditionRequired;
  const back = scenario ? pathToScenario(scenario.id) : '/emergency';
  const title = scenario ? texts.edit(scenarioName(scenario.id)) : texts.create;

  function submit() {
    save.mutate(
      { id: id.trim(), basedOn: scenario?.version ?? 0, description, values, comment: comment.trim() || null },
      {
        onSuccess: (saved) => {
          // At once, so that the guard knows before the page is left.
          flushSync(() => setChanges(0));
          show({ type: 'success', text: texts.saved(scenarioName(saved.id)) }, pathToScenario(saved.id));
          void navigate(pathToScenario(saved.id));
        },
      },
    );
  }

  return (
    <ContentLayout
      header={
        <div>
          <DeskTrail steps={[{ text: emergencyMessages.all, to: '/emergency' }, { text: title }]} />
          <Header variant="h1">{title}</Header>
        </div>
      }
    >
      <title>{messages.app.title(title)}</title>
      <SpaceBetween size="l">
        {scenario?.on && <Alert type="warning">{texts.onNow}</Alert>}
        {drafts.offered && (
          <DraftOffer
            draft={drafts.offered}
            current={scenario?.version ?? 0}
            onRestore={() => drafts.offered && restore(drafts.offered)}
            onDiscard={drafts.drop}
          />
        )}
        {save.isError && <Alert type="error" header={texts.refused}>{exists ? texts.exists : save.error.message}</Alert>}
        <Container>
          <SpaceBetween size="m">
            {!scenario && (
              <FormField label={texts.id} description={texts.idHint} errorText={problems.at('id')} stretch>
                <Input value={id} onChange={({ detail }) => edit(() => setId(detail.value))} />
              </FormField>
            )}
            <FormField label={texts.whatFor} errorText={problems.at('description')} stretch>
              <Textarea rows={2} value={description} onChange={({ detail }) => edit(() => setDescription(detail.value))} />
            </FormField>
          </SpaceBetween>
        </Container>
        <Header variant="h2" description={Object.keys(values).length === 0 ? texts.none : undefined}>
          {texts.values}
        </Header>
        {Object.entries(values).map(([config, given]) => (
          <ScenarioConfig
            key={config}
            config={config}
            values={given}
            problems={problems}
            warnings={warnings}
            onChange={(next) => edit(() => setValues({ ...values, [config]: next }))}
            onRemove={() => edit(() => setValues(Object.fromEntries(Object.entries(values).filter(([one]) => one !== config))))}
          />
        ))}
        <FormField label={texts.addConfig} errorText={problems.at('values')} stretch>
          <Multiselect
            selectedOptions={[]}
            placeholder={texts.addConfigPlaceholder}
            filteringType="auto"
            expandToViewport
            virtualScroll
            statusType={configs.isPending ? 'loading' : configs.isError ? 'error' : 'finished'}
            options={(configs.data ?? [])
              .filter((one) => !Object.hasOwn(values, one.id) && may('editValues', one.id))
              .map((one) => ({ value: one.id, label: shown(one.id, one.displayName), description: one.description }))}
            onChange={({ detail }) =>
              edit(() =>
                setValues({ ...values, ...Object.fromEntries(detail.selectedOptions.map(({ value }) => [value ?? '', {}])) }))}
          />
        </FormField>
        <FormField label={texts.comment} stretch>
          <Input value={comment} onChange={({ detail }) => edit(() => setComment(detail.value))} />
        </FormField>
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => void navigate(back)}>{texts.cancel}</Button>
          <Button variant="primary" loading={save.isPending} disabled={changes === 0 || id.trim() === ''} onClick={submit}>
            {texts.save}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
      <UnsavedGuard changes={changes} kept />
    </ContentLayout>
  );
}
