import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { usePreview } from '../../api/preview';
import { isClockTime } from '../../common/time-zones';
import { useOnline } from '../../common/use-online';
import { messages } from '../../messages';
import { configMessages } from '../../messages/config';
import { CallerChanges } from './caller-changes';
import { DayAndTime } from './day-and-time';
import { EndField } from './end-field';
import { labelOf } from './paths';
import { changeBody, draftOf, endOf, isTime, lookAt, notForATime, problemWith, problemWithStart, sentenceOf } from './plan';
import { SpeechWarnings } from './speech-warnings';
import { unknownPlaceholders } from './unknown-placeholders';
import type { Editor } from './use-editor';
import type { Saving } from './use-saving';
import { withValues } from './values';
import { useLabels } from '../../common/labels';

const { save: texts, review } = configMessages;

/** What a save does to callers, for how long, and why; nothing is written before it is confirmed. */
export function SaveDialog({ editor, saving, forATime }: { editor: Editor; saving: Saving; forATime: boolean }) {
  const { base, values, changes } = editor;
  const { comment, setComment, period, setPeriod } = saving;
  const [timed, setTimed] = useState(forATime);
  const [asked, setAsked] = useState(false);
  const online = useOnline();
  const edited = { ...base, ...withValues(base, values) };
  const labels = useLabels(edited);
  const lasting = notForATime(changes);
  const fromProblem = timed ? problemWithStart(period) : undefined;
  const untilProblem = timed ? problemWith(period, period.from) : undefined;
  const isPossible = !fromProblem && !untilProblem;
  const change = timed && isPossible ? changeBody(base, values, changes, period) : undefined;
  const preview = usePreview({ id: base.id, config: draftOf(base, values, change), at: lookAt(change) });
  const problems = preview.isPlaceholderData ? [] : (preview.data?.problems ?? []);
  const warnings = preview.isPlaceholderData ? [] : (preview.data?.warnings ?? []);
  const unknown = unknownPlaceholders(base, values, changes);
  const names = [...new Set(lasting.map(({ path }) => labelOf(path, labels)))].join(', ');

  function confirm() {
    setAsked(true);
    if (isPossible && problems.length === 0) {
      saving.save(change);
    }
  }

  return (
    <Modal
      visible
      size="large"
      header={review.title}
      closeAriaLabel={texts.goOn}
      onDismiss={saving.goOn}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={saving.goOn}>{texts.goOn}</Button>
            <Button variant="primary" loading={saving.saving} disabled={!online || (timed && lasting.length > 0)} onClick={confirm}>
              {timed ? texts.saveFor : texts.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="l">
        {!online && <Alert type="warning">{messages.app.offline}</Alert>}
        {preview.isPending && <StatusIndicator type="loading">{review.working}</StatusIndicator>}
        {preview.isError && <Alert type="warning">{review.unknown}</Alert>}
        {problems.length > 0 && (
          <Alert type="error" header={review.problems}>
            {problems.map(({ path, message }) => <div key={`${path} ${message}`}>{message}</div>)}
          </Alert>
        )}
        <SpeechWarnings warnings={warnings} sent={edited} labels={labels} />
        {unknown.length > 0 && <Alert type="warning" header={review.unknownPlaceholders(unknown.join(', '))}>{review.unknownDetail}</Alert>}
        <CallerChanges base={base} edited={edited} changes={changes} labels={labels} preview={preview.data} />
        <FormField label={review.when}>
          <RadioGroup
            value={timed ? 'until' : 'always'}
            onChange={({ detail }) => setTimed(detail.value === 'until')}
            items={[{ value: 'always', label: review.always }, { value: 'until', label: review.until }]}
          />
        </FormField>
        {timed && lasting.length > 0 && <Alert type="warning">{review.notForATime(names)}</Alert>}
        {timed && lasting.length === 0 && (
          <SpaceBetween size="s">
            <DayAndTime
              value={period.from}
              onChange={(from) => setPeriod({ ...period, from })}
              dayLabel={review.fromDay}
              timeLabel={review.fromClock}
              hint={review.fromHint}
              problem={asked || isClockTime(period.from) ? fromProblem : undefined}
            />
            <EndField
              config={base}
              value={period}
              onChange={(end) => setPeriod({ ...period, ...end })}
              problem={asked || isTime(endOf(period)) ? untilProblem : undefined}
            />
            <div aria-live="polite">{isPossible && sentenceOf(period)}</div>
          </SpaceBetween>
        )}
        <FormField label={texts.comment} constraintText={texts.commentHint} stretch>
          <Input value={comment} onChange={({ detail }) => setComment(detail.value)} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
