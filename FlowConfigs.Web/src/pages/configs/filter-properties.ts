import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { configsMessages } from '../../messages/configs';
import { configStates, type FilterProperty, filterProperties, type ListedConfig } from './listed-config';

/** The first is the default. */
const operators: Readonly<Record<FilterProperty, readonly [string, ...string[]]>> = {
  state: ['=', '!='],
  name: [':', '!:', '='],
  id: [':', '!:', '=', '^'],
  variable: ['=', '!=', ':'],
  prompt: ['=', '!=', ':'],
  override: ['=', '!=', ':'],
  savedBy: ['=', '!=', ':'],
};

export const filteringProperties: readonly PropertyFilterProps.FilteringProperty[] = filterProperties.map((property) => {
  const { one, all } = configsMessages.properties[property];
  return { key: property, propertyLabel: one, groupValuesLabel: all, operators: operators[property], defaultOperator: operators[property][0] };
});

/** Names and ids are as many as there are configs, so they are typed. */
const offered = ['variable', 'prompt', 'override', 'savedBy'] as const;

/** The values that the filter offers. */
export function filterOptions(listed: readonly ListedConfig[]): PropertyFilterProps.FilteringOption[] {
  const states = configStates.map((value) => ({ propertyKey: 'state', value, label: configsMessages.states[value] }));
  const others = offered.flatMap((propertyKey) =>
    [...new Set(listed.flatMap(({ values }) => values[propertyKey]))].toSorted().map((value) => ({ propertyKey, value })));
  return [...states, ...others];
}
