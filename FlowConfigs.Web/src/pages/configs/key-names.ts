import type { ConfigSummary } from '../../api/types';
import { own } from '../../common/own';
import { parentsOf } from './config-tree';
import type { Labels } from '../../common/labels';
import type { ShownName } from '../../common/shown-name';

/** The display name of a key that a config or a parent of it defines; undefined where it has none. */
export const keyName = (id: string, key: string, configs: ReadonlyMap<string, ConfigSummary>) =>
  [id, ...parentsOf(id)].map((one) => own(configs.get(one)?.displayNames ?? {}, key)).find(Boolean);

/** What people see in place of names and keys of a config, as far as summaries know it. */
export const summaryLabels = (id: string, configs: ReadonlyMap<string, ConfigSummary>, shown: ShownName): Labels => (list, name) => {
  const { prompts = [], promptKeys = [] } = configs.get(id) ?? {};
  const key = list === 'prompts' ? (promptKeys[prompts.indexOf(name)] ?? name) : name;
  return shown(name, keyName(id, key, configs));
};
