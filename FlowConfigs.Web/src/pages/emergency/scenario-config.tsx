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
import { type EditableKey, editableKeys, firstValue } from './editable-keys';
import type { Said } from './said';
import { ScenarioValue } from './scenario-value';

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
  const keys = query.data ? editableKeys(query.data) : [];
  const free = keys.filter(({ key }) => !Object.hasOwn(values, key));
  const without = (key: string) => Object.fromEntries(Object.entries(values).filter(([other]) => other !== key));

  return (
    <Container
      header={
        <Header
          variant="h3"
          actions={
            <Button ariaLabel={texts.removeConfig(config)} onClick={onRemove}>
              {texts.remove}
            </Button>
          }
        >
          <span className="wrap-anywhere" translate="no">{config}</span>
        </Header>
      }
    >
      <SpaceBetween size="m">
        {problems.at(`values.${config}`) && <Alert type="error">{problems.at(`values.${config}`)}</Alert>}
        {query.isPending && <LoadingPage />}
        {query.isError && <Alert type="error" header={texts.configFailed(config)}>{query.error.message}</Alert>}
        {Object.entries(values).map(([key, value]) => (
          <div key={key} className="scenario-field">
            <ScenarioValue
              name={key}
              editable={keys.find((one) => one.key === key)}
              value={value}
              path={`values.${config}.${key}`}
              problems={problems}
              warnings={warnings}
              onChange={(next) => onChange({ ...values, [key]: next })}
            />
            <Button ariaLabel={texts.removeKey(key)} iconName="remove" variant="icon" onClick={() => onChange(without(key))} />
          </div>
        ))}
        {query.data && (
          <FormField label={texts.addKey} description={free.length === 0 ? texts.allKeys : undefined}>
            <Select
              selectedOption={null}
              disabled={free.length === 0}
              placeholder={texts.addKeyPlaceholder}
              filteringType="auto"
              expandToViewport
              options={free.map(optionFor)}
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

const optionFor = ({ key, lockedBy, definition }: EditableKey) => ({
  value: key,
  label: key,
  labelTag: lockedBy ? texts.locked(lockedBy) : texts[definition.kind],
  disabled: lockedBy !== null,
});
