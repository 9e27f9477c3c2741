import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useConfig } from '../../api/configs';
import type { Override } from '../../api/types';
import { LoadingPage } from '../../common/loading-page';
import { emergencyMessages } from '../../messages/emergency';
import { displayNameOf, type EditableKey, editableKeys, firstValue } from './editable-keys';
import type { Said } from './said';
import { ScenarioValue } from './scenario-value';
import { useShownName } from '../../common/shown-name';

const texts = emergencyMessages.editor;

interface ScenarioConfigProps {
  config: string;
  values: Record<string, Override>;
  problems: Said;
  warnings: Said;
  onChange: (values: Record<string, Override>) => void;
  onRemove: () => void;
}

/** One config of a scenario with the values that it gets while the scenario is on. */
export function ScenarioConfig({ config, values, problems, warnings, onChange, onRemove }: ScenarioConfigProps) {
  const query = useConfig(config);
  const shown = useShownName();
  const name = shown(config, query.data?.displayName);
  const keys = query.data ? editableKeys(query.data) : [];
  const free = keys.filter(({ key }) => !Object.hasOwn(values, key));
  const without = (key: string) => Object.fromEntries(Object.entries(values).filter(([other]) => other !== key));

  return (
    <Container
      header={
        <Header
          variant="h3"
          actions={
            <Button ariaLabel={texts.removeConfig(name)} onClick={onRemove}>
              {texts.remove}
            </Button>
          }
        >
          <span className="wrap-anywhere" translate="no">{name}</span>
        </Header>
      }
    >
      <SpaceBetween size="m">
        {problems.at(`values.${config}`) && <Alert type="error">{problems.at(`values.${config}`)}</Alert>}
        {query.isPending && <LoadingPage />}
        {query.isError && <Alert type="error" header={texts.configFailed(config)}>{query.error.message}</Alert>}
        {Object.entries(values).map(([key, value]) => {
          const editable = keys.find((one) => one.key === key);
          const label = shown(key, editable && displayNameOf(editable));
          return (
            <div key={key} className="scenario-field">
              <ScenarioValue
                name={label}
                editable={editable}
                value={value}
                path={`values.${config}.${key}`}
                problems={problems}
                warnings={warnings}
                onChange={(next) => onChange({ ...values, [key]: next })}
              />
              <Button ariaLabel={texts.removeKey(label)} iconName="remove" variant="icon" onClick={() => onChange(without(key))} />
            </div>
          );
        })}
        {query.data && (
          <FormField label={texts.addKey} description={free.length === 0 ? texts.allKeys : undefined}>
            <Select
              selectedOption={null}
              disabled={free.length === 0}
              placeholder={texts.addKeyPlaceholder}
              filteringType="auto"
              expandToViewport
              options={free.map((one) => optionFor(one, shown(one.key, displayNameOf(one))))}
              onChange={({ detail }) => {
                const added = free.find(({ key }) => key === detail.selectedOption.value);
                if (added) {
                  onChange({ ...values, [added.key]: firstValue(added) });
                }
              }}
            />
          </FormField>
        )}
      </SpaceBetween>
    </Container>
  );
}

const optionFor = ({ key, lockedBy, definition }: EditableKey, label: string) => ({
  value: key,
  label,
  labelTag: lockedBy ? texts.locked(lockedBy) : texts[definition.kind],
  disabled: lockedBy !== null,
});
