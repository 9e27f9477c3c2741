import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';
import { pathTo } from './configs';
import { send } from './http';
import type { components } from './schema';
import type { ApiFinding, Config, ConfigBody, ConfigSummary } from './types';

type ExportDocument = components['schemas']['ExportDocument'];

/** What is done to each of many configs, one by one: each is a version of its own, and one that is refused stops no other. */
export type BulkAction = { kind: 'set'; key: string; label: string; value: string; comment: string } | { kind: 'delete'; comment: string };

/** A config that was changed, and its versions before and after. */
export interface BulkChange {
  id: string;
  before: number;
  after: number;
}

export interface BulkResult {
  done: BulkChange[];
  refused: { id: string; why: string }[];
}

const json = { 'Content-Type': 'application/json' };

/** A deletion has a version of its own in the history. */
const versionOfDeletion = (version: number) => version + 1;

async function apply(action: BulkAction, { id, version }: ConfigSummary): Promise<BulkChange> {
  const comment = action.comment.trim() || null;
  if (action.kind === 'delete') {
    const query = comment ? `?comment=${encodeURIComponent(comment)}` : '';
    await send(`/api${pathTo(id)}${query}`, { method: 'DELETE', headers: { 'If-Match': `"${version}"` } });
    return { id, before: version, after: versionOfDeletion(version) };
  }
  const config = await send<Config>(`/api${pathTo(id)}`);
  const saved = await send<Config>(`/api${pathTo(id)}`, {
    method: 'PUT',
    headers: { ...json, 'If-Match': `"${config.version}"` },
    body: JSON.stringify({ ...withValue(config, action.key, action.value), comment } satisfies ConfigBody),
  });
  return { id, before: config.version, after: saved.version };
}

/** What is wrong with the value that a config would get. */
export function valueProblem(config: Config, key: string, problems: readonly ApiFinding[]): string | undefined {
  const own = config.variables.findIndex(({ name }) => name === key);
  const path = own < 0 ? `overrides.${key}` : `variables[${own}]`;
  const found = problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
  return found.length > 0 ? [...new Set(found.map(({ message }) => message))].join(' ') : undefined;
}

/** Its own variable where it defines one of that name, an override otherwise. */
export function withValue({ displayName, description, defaultLanguage, variables, prompts, overrides }: Config, key: string, value: string): ConfigBody {
  const own = variables.some(({ name }) => name === key);
  return {
    displayName,
    description,
    defaultLanguage,
    prompts,
    variables: variables.map((variable) => (variable.name === key ? { ...variable, value } : variable)),
    overrides: own ? overrides : { ...overrides, [key]: { value } },
  };
}

/** Why a config was refused; with the variable and the value where it is about these. */
function reasonOf(error: unknown, action: BulkAction): string {
  const why = error instanceof Error ? error.message : String(error);
  const isAboutValue = action.kind === 'set' && error instanceof ApiProblem && Object.keys(error.errors).length > 0;
  return isAboutValue ? `${action.label} = ${action.value}: ${why}` : why;
}

export function useBulk() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ action, configs, onStep }: { action: BulkAction; configs: ConfigSummary[]; onStep: (done: number) => void }) => {
      const result: BulkResult = { done: [], refused: [] };
      // Children before their parents, which could not be deleted before them.
      for (const config of configs.toSorted((a, b) => b.id.length - a.id.length)) {
        try {
          // oxlint-disable-next-line no-await-in-loop -- one after the other, within what a user may ask of the server in a minute
          result.done.push(await apply(action, config));
        } catch (error) {
          result.refused.push({ id: config.id, why: reasonOf(error, action) });
        }
        onStep(result.done.length + result.refused.length);
      }
      return result;
    },
    onSettled: () => forgetConfigs(queries),
  });
}

export const forgetConfigs = (queries: QueryClient) => Promise.all([
  queries.invalidateQueries({ queryKey: ['configs'] }),
  queries.invalidateQueries({ queryKey: ['config'] }),
]);

/** The chosen configs as a file that another environment imports. */
export async function exportOf(ids: ReadonlySet<string>): Promise<Blob> {
  const parts: ExportDocument[] = [];
  let after: string | null = null;
  do {
    const query: string = after === null ? '' : `?after=${encodeURIComponent(after)}`;
    // oxlint-disable-next-line no-await-in-loop -- each part says where the next begins
    const part: ExportDocument = await send<ExportDocument>(`/api/export${query}`);
    parts.push(part);
    after = part.next ?? null;
  } while (after !== null);
  const configs = parts.flatMap((part) => part.configs ?? []).filter(({ id }) => ids.has(id));
  const document = JSON.stringify({ ...parts[0], settings: null, after: null, next: null, configs }, null, 2);
  return new Blob([document], { type: 'application/json' });
}
