import './callers.css';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useId, useState } from 'react';
import { usePreview } from '../../api/preview';
import { useSettings } from '../../api/settings';
import type { ConfigBody } from '../../api/types';
import { DateTimeField } from '../../common/date-time-field';
import { languageName } from '../../common/language-name';
import { Loaded } from '../../common/loaded';
import { isClockTime } from '../../common/time-zones';
import { callersMessages } from '../../messages/callers';
import { AnswerTable } from './answer-table';

const channels = ['VOICE', 'CHAT', 'TASK', 'EMAIL'] as const;

/** What a flow gets for a config by language, channel and time: as it is saved, and beside it as it is being edited. */
export function CallersAnswer({ id, draft }: { id: string; draft?: ConfigBody }) {
  const atId = useId();
  const settings = useSettings();
  const [language, setLanguage] = useState('');
  const [channel, setChannel] = useState<(typeof channels)[number]>('VOICE');
  const [at, setAt] = useState('');
  const tags = (settings.data?.languages ?? []).map(({ tag }) => tag);
  const asked = language || settings.data?.defaultLanguage || null;
  const preview = usePreview({
    id,
    channel,
    ...(asked && { language: asked }),
    ...(isClockTime(at) && { at: new Date(at).toISOString() }),
    ...(draft && { config: draft }),
  });

  return (
    <div className="callers">
      <div className="callers-asked">
        <FormField label={callersMessages.language}>
          <Select
            selectedOption={asked ? { value: asked, label: languageName(asked) } : null}
            options={tags.map((value) => ({ value, label: languageName(value) }))}
            onChange={({ detail }) => setLanguage(detail.selectedOption.value ?? '')}
          />
        </FormField>
        <FormField label={callersMessages.channel}>
          <Select
            selectedOption={{ value: channel, label: callersMessages.channels[channel] }}
            options={channels.map((value) => ({ value, label: callersMessages.channels[value] }))}
            onChange={({ detail }) => setChannel(channels.find((one) => one === detail.selectedOption.value) ?? 'VOICE')}
          />
        </FormField>
        <FormField label={callersMessages.at} controlId={atId} constraintText={callersMessages.atHint}>
          <DateTimeField id={atId} value={at} onChange={setAt} />
        </FormField>
      </div>
      <Loaded query={preview} loading={callersMessages.loading} failed={callersMessages.failed}>
        {(answer) => (
          <div aria-live="polite">
            {preview.isPlaceholderData && <StatusIndicator type="loading">{callersMessages.loading}</StatusIndicator>}
            <AnswerTable values={answer.values} names={answer.displayNames ?? {}} now={draft ? (answer.now ?? []) : undefined} />
          </div>
        )}
      </Loaded>
    </div>
  );
}
