import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import { useId, useState } from 'react';
import { DateTimeField } from '../../common/date-time-field';
import { clockTime, timeZones } from '../../common/time-zones';
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

const zoneOptions = timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }));

/** When it ends. Nobody can leave it out; an hour is chosen until somebody chooses something else. */
export function EndChoice({ now, end, timeZone, onEnd, onTimeZone }: EndChoiceProps) {
  const [kind, setKind] = useState<End['kind'] | null>(end?.kind ?? null);
  const [choices, setChoices] = useState(() => endChoices(new Date(), timeZone));
  const [own, setOwn] = useState('');
  const fieldId = useId();
  const zoneName = timeZone.replaceAll('_', ' ');

  function choose(next: End['kind']) {
    const fresh = endChoices(new Date(), timeZone);
    setKind(next);
    setChoices(fresh);
    onEnd(next === 'own' ? ownEnd(own, timeZone, new Date()) : (fresh.find((choice) => choice.kind === next) ?? null));
  }

  function chooseOwn(wall: string, zone: string) {
    setOwn(wall);
    onTimeZone(zone);
    setChoices(endChoices(new Date(), zone));
    onEnd(ownEnd(wall, zone, new Date()));
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
          <ColumnLayout columns={2}>
            <FormField
              label={texts.ownLabel}
              controlId={fieldId}
              errorText={!end && own !== '' ? texts.ownInvalid : undefined}
              stretch
            >
              <DateTimeField
                id={fieldId}
                value={own}
                min={clockTime(now, timeZone)}
                invalid={!end && own !== ''}
                onChange={(wall) => chooseOwn(wall, timeZone)}
              />
            </FormField>
            <FormField label={texts.timeZone} stretch>
              <Select
                selectedOption={{ value: timeZone, label: zoneName }}
                options={zoneOptions}
                filteringType="auto"
                virtualScroll
                expandToViewport
                onChange={({ detail }) => chooseOwn(own, detail.selectedOption.value ?? timeZone)}
              />
            </FormField>
          </ColumnLayout>
        )}
      </SpaceBetween>
    </Container>
  );
}
