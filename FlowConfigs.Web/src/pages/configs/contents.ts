import type { ConfigSummary } from '../../api/types';
import { configsMessages } from '../../messages/configs';

const namesShown = 3;

/** What the config holds, a line for what it defines and one for what it overrides. */
export function contentsOf({ id, variables, prompts, overrides }: ConfigSummary, labels: (key: string) => string): string[] {
  const defined = [
    ...(variables.length > 0 ? [configsMessages.variables(variables.length)] : []),
    ...(prompts.length > 0 ? [configsMessages.prompts(prompts.length)] : []),
  ].join(', ');
  const lines = [defined, overrides.length > 0 ? configsMessages.own(firstOf(overrides.map(labels))) : ''].filter((line) => line !== '');
  return lines.length > 0 ? lines : [id.includes('/') ? configsMessages.nothingOwn : configsMessages.nothing];
}

function firstOf(names: string[]): string {
  const shown = names.slice(0, namesShown).join(', ');
  return names.length > namesShown ? `${shown} ${configsMessages.more(names.length - namesShown)}` : shown;
}
