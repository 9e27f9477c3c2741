import Button from '@cloudscape-design/components/button';
import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import { later } from '../../common/later';
import { useNotifications } from '../../common/notifications';
import { configsMessages } from '../../messages/configs';
import { everything, type Query } from './config-query';
import { filterOptions, filteringProperties } from './filter-properties';
import type { ListedConfig } from './listed-config';
import { commonViews, useSavedViews, viewOf } from './saved-views';

const { views: texts } = configsMessages;
// Measuring every option that is drawn costs a key stroke more than drawing a hundred of them.
const manyOptions = 100;
const SaveViewDialog = later(async () => (await import('./save-view-dialog')).SaveViewDialog);

interface ConfigsFilterProps {
  listed: readonly ListedConfig[];
  query: Query;
  onQuery: (query: Query) => void;
  /** How many there are, or match. */
  count: string;
}

/** Search and filters at a desk, with the views that the person saved. */
export function ConfigsFilter({ listed, query, onQuery, count }: ConfigsFilterProps) {
  const { show } = useNotifications();
  const { views, save, remove } = useSavedViews();
  const [saving, setSaving] = useState(false);
  const options = useMemo(() => filterOptions(listed), [listed]);
  const view = viewOf(query, views);
  const isOwn = view !== undefined && views.includes(view);

  function open(name: string | undefined) {
    onQuery([...commonViews, ...views].find((one) => one.name === name)?.query ?? everything);
  }

  return (
    <>
      <PropertyFilter
        query={query}
        onChange={({ detail }) => onQuery(detail)}
        filteringProperties={filteringProperties}
        filteringOptions={options}
        freeTextFiltering={freeText}
        filteringPlaceholder={configsMessages.filter}
        filteringAriaLabel={configsMessages.filter}
        countText={count}
        expandToViewport
        virtualScroll={options.length > manyOptions}
        customControl={
          <Select
            inlineLabelText={configsMessages.show}
            selectedOption={view ? optionOf(view) : { label: configsMessages.ownFilter }}
            options={views.length === 0 ? commonViews.map(optionOf) : [
              { label: texts.common, options: commonViews.map(optionOf) },
              { label: texts.own, options: views.map(optionOf) },
            ]}
            onChange={({ detail }) => open(detail.selectedOption.value)}
          />
        }
        customFilterActions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => onQuery(everything)}>{configsMessages.clearFilter}</Button>
            {!view && <Button onClick={() => setSaving(true)}>{texts.save}</Button>}
            {isOwn && (
              <Button
                onClick={() => {
                  remove(view.name);
                  show({ type: 'success', text: texts.removed(view.name) });
                }}
              >
                {texts.remove}
              </Button>
            )}
          </SpaceBetween>
        }
      />
      {saving && (
        <SaveViewDialog
          onSave={(name) => {
            save(name, query);
            setSaving(false);
            show({ type: 'success', text: texts.saved(name) });
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}

const freeText: PropertyFilterProps.FreeTextFiltering = { operators: [':', '!:'], defaultOperator: ':' };
const optionOf = ({ name }: { name: string }) => ({ value: name, label: name });
