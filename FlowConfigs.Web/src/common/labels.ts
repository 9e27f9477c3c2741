import type { Config } from '../api/types';
import { useDesignerView } from './designer-view';
import { own } from './own';
import { type ShownName, shownName } from './shown-name';

/** What people see in place of a variable's or a prompt's name, or of a key to which a config gives a value. */
export interface Labels {
  (list: string | undefined, name: string): string;
  /** The same for a value of a select; where it is not given, values are shown as they are. */
  option?: (key: string, value: string) => string;
}

export type Named = Pick<Config, 'variables' | 'prompts' | 'inherited'>;

export const asKeys: Labels = (_, name) => name;

export function useLabels(config: Named | undefined): Labels {
  const [isDesigner] = useDesignerView();
  return config ? labelsOf(config, shownName(isDesigner)) : asKeys;
}

/** A variable and a prompt can have one name, and then two keys: Closure and ClosurePrompt. */
export function labelsOf({ variables, prompts, inherited }: Named, shown: ShownName): Labels {
  const ofVariables = [...inherited.variables, ...variables].map(({ name, displayName }) => [name, shown(name, displayName)] as const);
  const all = [...inherited.prompts, ...prompts];
  const ofPrompts = Object.fromEntries(all.map(({ name, displayName }) => [name, shown(name, displayName)]));
  const ofKeys = Object.fromEntries([...all.map(({ key, displayName }) => [key, shown(key, displayName)] as const), ...ofVariables]);
  const labels = (list: string | undefined, name: string) => own(list === 'prompts' ? ofPrompts : ofKeys, name) ?? name;
  const options = new Map([...inherited.variables, ...variables].map(({ name, constraints }) => [name, constraints?.optionNames ?? {}]));
  return Object.assign(labels, { option: (key: string, value: string) => own(options.get(key) ?? {}, value) ?? value });
}
