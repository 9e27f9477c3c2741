import Box from '@cloudscape-design/components/box';
import { pathTo } from '../../api/configs';
import type { ConfigSummary } from '../../api/types';
import { configsMessages } from '../../messages/configs';
import { PageLink } from '../../common/page-link';
import { TimeAgo } from '../../common/time-ago';
import { splitId } from './config-order';

const namesShown = 3;

export function ConfigName({ config }: { config: ConfigSummary }) {
  const [parents, name] = splitId(config.id);
  return (
    <span className="wrap-anywhere">
      <PageLink to={pathTo(config.id)}>
        {parents}
        <b>{name}</b>
      </PageLink>
    </span>
  );
}

/** What the config holds, a line for what it defines and one for what it overrides. */
export function Contents({ config }: { config: ConfigSummary }) {
  return (
    <div className="wrap-anywhere">
      {linesFor(config).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function linesFor({ id, variables, prompts, overrides }: ConfigSummary): string[] {
  const defined = definedBy(variables, prompts);
  const lines = [defined, overrides.length > 0 ? configsMessages.own(firstOf(overrides)) : ''].filter((line) => line !== '');
  if (lines.length > 0) {
    return lines;
  }
  return [id.includes('/') ? configsMessages.nothingOwn : configsMessages.nothing];
}

function definedBy(variables: string[], prompts: string[]): string {
  const parts: string[] = [];
  if (variables.length > 0) {
    parts.push(configsMessages.variables(variables.length));
  }
  if (prompts.length > 0) {
    parts.push(configsMessages.prompts(prompts.length));
  }
  return parts.join(', ');
}

function firstOf(names: string[]): string {
  const shown = names.slice(0, namesShown).join(', ');
  return names.length > namesShown ? `${shown} ${configsMessages.more(names.length - namesShown)}` : shown;
}

export function LastSaved({ config }: { config: ConfigSummary }) {
  return (
    <>
      <TimeAgo at={config.savedAt} />{' '}
      <Box variant="span" color="text-body-secondary">
        {configsMessages.savedBy(config.savedBy)}
      </Box>
    </>
  );
}
