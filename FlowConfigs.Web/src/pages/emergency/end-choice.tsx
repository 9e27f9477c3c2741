import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import TimeInput from '@cloudscape-design/components/time-input';
import { useState } from 'react';
import { dayOf, wallClock } from '../../common/zoned-time';
import { emergencyMessages as texts } from '../../messages/emergency';
import { endText } from './end-text';
import { endChoices, type End, ownEnd } from './ends';

interface EndChoiceProps {
  now: Date;
  end: End | null;
  timeZone: string;
  onEnd: (end: End | null) => void;
  onTimeZone: (timeZone: string) => void;
}

const timeZones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }));

/** When it ends. Nobody can leave it out; an hour is chosen until somebody chooses something else. */
export function EndChoice({ now, end, timeZone, onEnd, onTimeZone }: EndChoiceProps) {
  const [kind, setKind] = useState<End['kind'] | null>(end?.kind ?? null);
  const [choices, setChoices] = useState(() => endChoices(new Date(), timeZone));
  const [day, setDay] = useState(() => dayOf(wallClock(new Date(), timeZone)));
  const [time, setTime] = useState('');
  const zoneName = timeZone.replaceAll('_', ' ');

  function choose(next: End['kind']) {
    const fresh = endChoices(new Date(), timeZone);
    setKind(next);
    setChoices(fresh);
    onEnd(next === 'own' ? ownEnd(day, time, timeZone, new Date()) : (fresh.find((choice) => choice.kind === next) ?? null));
  }

  function chooseOwn(ownDay: string, ownTime: string, zone: string) {
    setDay(ownDay);
    setTime(ownTime);
    onTimeZone(zone);
    setChoices(endChoices(new Date(), zone));
    onEnd(ownEnd(ownDay, ownTime, zone, new Date()));
  }

  return (
    <Container header={<Header variant="h2" description={texts.endingHint(zoneName)}>{texts.ending}</Header>}>
      <SpaceBetween size="m">
        <Tiles
          ariaLabel={texts.ending}
          columns={2}
          value={kind}
          onChange={({ detail }) => choose(detail.value as End['kind'])}
          items={[
            ...choices.map((choice) => ({
              value: choice.kind,
              label: texts.ends[choice.kind],
              description: endText(choice.at, timeZone, now),
            })),
            { value: 'own', label: texts.ends.own, description: texts.ownTime },
          ]}
        />
        {kind === 'own' && (
          <FormField stretch errorText={!end && time !== '' ? texts.ownInvalid : undefined}>
            <ColumnLayout columns={3}>
              <FormField label={texts.day}>
                <DatePicker
                  value={day}
                  format="iso"
                  expandToViewport
                  onChange={({ detail }) => chooseOwn(detail.value, time, timeZone)}
                />
              </FormField>
              <FormField label={texts.time}>
                <TimeInput
                  value={time}
                  format="hh:mm"
                  placeholder="hh:mm"
                  onChange={({ detail }) => chooseOwn(day, detail.value, timeZone)}
                />
              </FormField>
              <FormField label={texts.timeZone}>
                <Select
                  selectedOption={{ value: timeZone, label: zoneName }}
                  options={timeZones}
                  filteringType="auto"
                  virtualScroll
                  expandToViewport
                  onChange={({ detail }) => chooseOwn(day, time, detail.selectedOption.value ?? timeZone)}
                />
              </FormField>
            </ColumnLayout>
          </FormField>
        )}
      </SpaceBetween>
    </Container>
  );
}
