import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import { useVersionDiff } from '../../api/history';
import { FieldChanges } from '../../common/field-changes';
import { Loaded } from '../../common/loaded';
import { historyMessages as texts } from '../../messages/history';
import type { Labels } from '../../common/labels';

interface ComparisonProps {
  id: string;
  labels: Labels;
  names: string[];
  from: string;
  to: string;
  onChange: (from: string, to: string) => void;
}

/** What differs between any two versions. */
export function Comparison({ id, labels, names, from, to, onChange }: ComparisonProps) {
  const diff = useVersionDiff(id, from, to);
  const options = names.map((value) => ({ value, label: texts.version(value) }));
  const optionOf = (name: string) => options.find(({ value }) => value === name) ?? null;
  return (
    <section aria-label={texts.compare}>
      <Container header={<Header variant="h2">{texts.compare}</Header>}>
        <div className="versions-compared">
          <FormField label={texts.from}>
            <Select
              selectedOption={optionOf(from)}
              options={options}
              expandToViewport
              onChange={({ detail }) => onChange(detail.selectedOption.value ?? from, to)}
            />
          </FormField>
          <FormField label={texts.to}>
            <Select
              selectedOption={optionOf(to)}
              options={options}
              expandToViewport
              onChange={({ detail }) => onChange(from, detail.selectedOption.value ?? to)}
            />
          </FormField>
        </div>
        <Loaded query={diff} loading={texts.compareLoading} failed={texts.compareFailed}>
          {({ changes }) =>
            changes.length === 0 ? (
              <Box color="text-body-secondary">{texts.same}</Box>
            ) : (
              <FieldChanges key={`${from} ${to}`} changes={changes} labels={labels} all />
            )
          }
        </Loaded>
      </Container>
    </section>
  );
}
