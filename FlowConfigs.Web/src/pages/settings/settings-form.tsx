import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { ApiProblem } from '../../api/api-problem';
import { type SettingsLimits, useSaveSettings } from '../../api/settings';
import type { Settings } from '../../api/types';
import { languageName } from '../../common/language-name';
import { useNotifications } from '../../common/notifications';
import { UnsavedGuard } from '../../common/unsaved-guard';
import { settingsMessages as texts } from '../../messages/settings';
import { LanguagesField } from './languages-field';

const conflict = 412;
const limitNames = [
  'longestChangeDays', 'longestScenarioHours', 'promptCharacters', 'callDays',
] as const satisfies (keyof SettingsLimits)[];
const defaultCallDays = 30;
const whole = /^\d+$/;

export function SettingsForm({ settings }: { settings: Settings }) {
  const { show } = useNotifications();
  const save = useSaveSettings();
  const [languages, setLanguages] = useState(settings.languages);
  const [defaultLanguage, setDefaultLanguage] = useState(settings.defaultLanguage);
  const [limits, setLimits] = useState(() => limitNames.map((limit) => String(settings.limits[limit] ?? defaultCallDays)));
  const [comment, setComment] = useState('');
  const [changes, setChanges] = useState(0);
  const problem = save.error instanceof ApiProblem ? save.error : null;
  const problemAt = (path: string) => problem?.errors[path]?.join(' ');
  const { productLimits } = settings;
  const edit = (change: () => void) => {
    change();
    setChanges((count) => count + 1);
    save.reset();
  };

  function submit() {
    const [longestChangeDays = 0, longestScenarioHours = 0, promptCharacters = 0, callDays = 0] = limits.map(Number);
    save.mutate(
      {
        basedOn: settings.version,
        languages,
        defaultLanguage,
        limits: { longestChangeDays, longestScenarioHours, promptCharacters, callDays },
        comment: comment.trim() || null,
      },
      {
        onSuccess: () => {
          flushSync(() => setChanges(0));
          show({ type: 'success', text: texts.saved });
        },
      },
    );
  }

  return (
    <Container>
      <SpaceBetween size="l">
        {save.error && (
          <Alert type="error" header={texts.refused}>
            {problem?.status === conflict ? texts.conflict : save.error.message}
          </Alert>
        )}
        <LanguagesField languages={languages} problemAt={problemAt} onChange={(next) => edit(() => setLanguages(next))} />
        <FormField label={texts.defaultLanguage} errorText={problemAt('defaultLanguage')}>
          <Select
            selectedOption={{ value: defaultLanguage, label: languageName(defaultLanguage) }}
            options={languages.map(({ tag }) => ({ value: tag, label: languageName(tag), description: tag }))}
            expandToViewport
            onChange={({ detail }) => edit(() => setDefaultLanguage(detail.selectedOption.value ?? defaultLanguage))}
          />
        </FormField>
        <SpaceBetween size="m">
          <Header variant="h2">{texts.limits}</Header>
          {limitNames.map((limit, index) => (
            <FormField
              key={limit}
              label={texts[limit]}
              errorText={whole.test(limits[index] ?? '') ? problemAt(`limits.${limit}`) : texts.wholeNumber}
            >
              <Input
                value={limits[index] ?? ''}
                inputMode="numeric"
                onChange={({ detail }) => edit(() => setLimits(limits.with(index, detail.value.trim())))}
              />
            </FormField>
          ))}
          {productLimits && (
            <Box color="text-body-secondary">
              {texts.fixed(productLimits.answerBytes, productLimits.configBytes, productLimits.scenarioConfigs)}
            </Box>
          )}
        </SpaceBetween>
        <FormField label={texts.comment}>
          <Input value={comment} onChange={({ detail }) => setComment(detail.value)} />
        </FormField>
        <Button
          variant="primary"
          loading={save.isPending}
          disabled={changes === 0 || !limits.every((limit) => whole.test(limit))}
          onClick={submit}
        >
          {texts.save}
        </Button>
      </SpaceBetween>
      <UnsavedGuard changes={changes} />
    </Container>
  );
}
