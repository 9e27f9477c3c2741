import { type ScenarioValues, useScenarioCheck } from '../../api/scenarios';
import { useSettled } from '../../common/use-settled';

/** What the server says of a scenario while it is written; nothing of a config that has no values yet. */
export function useLiveCheck(id: string | undefined, description: string, values: ScenarioValues, edited: boolean) {
  const settled = useSettled(values);
  const given = Object.fromEntries(Object.entries(settled).filter(([, some]) => Object.keys(some).length > 0));
  const check = useScenarioCheck({ id, description, values: given }, edited && Object.keys(given).length > 0);
  const current = settled === values ? check.data : undefined;
  return { problems: current?.problems ?? [], warnings: current?.warnings ?? [] };
}
