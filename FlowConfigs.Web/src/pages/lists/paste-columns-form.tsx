import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PastedColumn } from '../../api/api-problem';
import type { PasteColumns } from '../../api/lists';
import { own } from '../../common/own';
import { listsMessages } from '../../messages/lists';

const texts = listsMessages.paste;
const notRead = '-';
const options = Object.entries(texts.fields).map(([value, label]) => ({ value, label }));

/** What is chosen at first: what the API knows. */
export const knownColumns = (columns: PastedColumn[]): PasteColumns => ({
  fields: columns.map(({ field }) => field ?? notRead),
  inFirstLine: true,
});

interface PasteColumnsFormProps {
  columns: PastedColumn[];
  value: PasteColumns;
  onChange: (value: PasteColumns) => void;
}

/** Asks what the columns are that the API does not know. */
export function PasteColumnsForm({ columns, value, onChange }: PasteColumnsFormProps) {
  // A field is in one column: the one that had it is then not read.
  const choose = (at: number, chosen: string) =>
    onChange({ ...value, fields: value.fields.map((field, i) => (i === at ? chosen : field === chosen ? notRead : field)) });

  return (
    <SpaceBetween size="s">
      <Alert type="info" header={texts.columns}>
        {texts.columnsDetail}
      </Alert>
      <div className="paste-columns">
        {columns.map(({ name, sample }, at) => {
          const field = value.fields[at] ?? notRead;
          return (
            <FormField
              key={`${at} ${name}`}
              label={<span translate="no">{texts.column(name, at + 1)}</span>}
              constraintText={sample === '' ? undefined : <span translate="no">{texts.sample(sample)}</span>}
            >
              <Select
                selectedOption={{ value: field, label: own(texts.fields, field) ?? field }}
                options={options}
                expandToViewport
                onChange={({ detail }) => choose(at, detail.selectedOption.value ?? notRead)}
              />
            </FormField>
          );
        })}
      </div>
      <Checkbox checked={!value.inFirstLine} onChange={({ detail }) => onChange({ ...value, inFirstLine: !detail.checked })}>
        {texts.firstLineIsEntry}
      </Checkbox>
    </SpaceBetween>
  );
}
