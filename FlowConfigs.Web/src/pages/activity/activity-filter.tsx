import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useEffect, useState } from 'react';
import type { AuditFilter } from '../../api/history';
import { activityMessages as texts } from '../../messages/history';

interface ActivityFilterProps {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
  onClear: () => void;
}

const kinds = Object.entries(texts.kinds).map(([value, label]) => ({ value, label }));
/** Longer than between two letters: each change of the filter is a question to the server. */
const pause = 400;

export function ActivityFilter({ filter, onChange, onClear }: ActivityFilterProps) {
  const typed = { path: filter.path, by: filter.by };
  const [typing, setTyping] = useState(typed);
  useEffect(() => {
    if (typing.path === filter.path && typing.by === filter.by) {
      return undefined;
    }
    const timer = window.setTimeout(() => onChange({ ...filter, ...typing }), pause);
    return () => window.clearTimeout(timer);
  }, [typing, filter, onChange]);

  return (
    <search className="activity-filter not-printed">
      <FormField label={texts.kind}>
        <Select
          selectedOption={kinds.find(({ value }) => value === filter.kind) ?? null}
          options={kinds}
          expandToViewport
          onChange={({ detail }) => onChange({ ...filter, ...typing, kind: detail.selectedOption.value ?? '' })}
        />
      </FormField>
      <FormField label={texts.path}>
        <Input
          value={typing.path}
          placeholder={texts.pathPlaceholder}
          onChange={({ detail }) => setTyping({ ...typing, path: detail.value.trim() })}
        />
      </FormField>
      <FormField label={texts.by}>
        <Input
          value={typing.by}
          placeholder={texts.byPlaceholder}
          onChange={({ detail }) => setTyping({ ...typing, by: detail.value.trim() })}
        />
      </FormField>
      <FormField label={texts.since}>
        <DatePicker
          value={filter.since}
          format="iso"
          expandToViewport
          onChange={({ detail }) => onChange({ ...filter, ...typing, since: complete.test(detail.value) ? detail.value : '' })}
        />
      </FormField>
      <Button
        onClick={() => {
          setTyping({ path: '', by: '' });
          onClear();
        }}
      >
        {texts.clear}
      </Button>
    </search>
  );
}

const complete = /^\d{4}-\d{2}-\d{2}$/;
