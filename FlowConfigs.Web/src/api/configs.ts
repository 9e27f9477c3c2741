import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';
import { send } from './http';
import type { ChangeBody, Config, ConfigBody, ConfigPage, ConfigSummary, ConfigValues, TimedChange } from './types';
import { useShownName } from '../common/shown-name';
import { messages } from '../messages';

const conflict = 412;

const configsKey = ['configs'] as const;
const configKey = (id: string) => ['config', id] as const;

/** A config's id as it stands in an address: `field-office/austin` is `field-office~austin`. */
export const tokenOf = (id: string) => id.replaceAll('/', '~');
export const idOf = (token: string) => token.replaceAll('~', '/');
export const pathTo = (id: string) => `/configs/${encodeURIComponent(tokenOf(id))}`;

/** As many as the API gives at once. Most installations have fewer, and so need one request. */
const pageSize = 5000;

async function everyConfig(signal: AbortSignal): Promise<ConfigSummary[]> {
  const configs: ConfigSummary[] = [];
  let after: string | null = null;
  do {
    const query: string = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    const page: ConfigPage = await send<ConfigPage>(`/api/configs?limit=${pageSize}${query}`, { signal });
    configs.push(...page.items);
    after = page.next;
  } while (after !== null);
  return configs;
}

const configsQuery = { queryKey: configsKey, queryFn: ({ signal }: { signal: AbortSignal }) => everyConfig(signal) };

export const useConfigs = () => useQuery(configsQuery);

/** Asks for the configs before the page that shows them is drawn. */
export const prefetchConfigs = (client: QueryClient) => client.prefetchQuery(configsQuery);

/** The name that people see for a config, as far as the list has been loaded for something else: no request for names alone. */
export function useConfigName(): (id: string) => string {
  const { data } = useQuery({ ...configsQuery, enabled: false });
  const shown = useShownName();
  return (id) => shown(id, data?.find((config) => config.id === id)?.displayName);
}

export function useConfig(id: string, enabled = true) {
  return useQuery({
    queryKey: configKey(id),
    queryFn: ({ signal }) => send<Config>(`/api${pathTo(id)}`, { signal }),
    enabled,
  });
}

export interface Save {
  /** The version that the values were edited from; the API refuses when it is no longer the current one. */
  basedOn: number;
  values: ConfigValues;
  /** Given, the values stay as they are, and this is laid over them for its time. */
  change?: ChangeBody;
  comment: string | null;
}

type JsonMethod = 'POST' | 'PUT' | 'DELETE';

function change(path: string, method: JsonMethod, basedOn: number, body?: object): Promise<Config> {
  const headers = { 'Content-Type': 'application/json', 'If-Match': `"${basedOn}"` };
  return send<Config>(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

export function useSaveConfig(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (save: Save) =>
      save.change
        ? change(`/api${pathTo(id)}/changes`, 'POST', save.basedOn, { change: save.change, comment: save.comment })
        : change(`/api${pathTo(id)}`, 'PUT', save.basedOn, { ...save.values, comment: save.comment } satisfies ConfigBody),
    onSuccess: (saved) => takeOver(queries, saved),
    onError: async (problem) => {
      if (problem instanceof ApiProblem && problem.status === conflict) {
        // Awaited, so that what the others saved is there when the save is seen to have failed.
        await queries.refetchQueries({ queryKey: configKey(id) });
      }
    },
  });
}

export interface ChangeOfTime {
  change: string;
  basedOn: number;
  /** Its new end, by the clock of its time zone; null ends it now, or calls it off. */
  body: ChangeBody | null;
}

/** Ends a timed change, calls it off, or gives it another end. */
export function useChangeOfTime(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ change: name, basedOn, body }: ChangeOfTime) => {
      const path = `/api${pathTo(id)}/changes/${encodeURIComponent(name)}`;
      return body ? change(path, 'PUT', basedOn, { change: body, comment: null }) : change(path, 'DELETE', basedOn);
    },
    onSuccess: (saved) => takeOver(queries, saved),
    onError: () => queries.refetchQueries({ queryKey: configKey(id) }),
  });
}

/** Brings back a timed change that was just ended; refused where somebody has saved since. */
export function useChangeAgain(id: string) {
  const queries = useQueryClient();
  return async (ended: TimedChange, basedOn: number): Promise<Config> => {
    const body = { change: { ...ended, note: ended.note ?? null }, comment: messages.undo.comment };
    const saved = await change(`/api${pathTo(id)}/changes`, 'POST', basedOn, body);
    takeOver(queries, saved);
    return saved;
  };
}

function takeOver(queries: QueryClient, saved: Config): void {
  queries.setQueryData(configKey(saved.id), saved);
  // Children inherit from this config, so what is remembered of any other may be out of date as well.
  void queries.invalidateQueries({ queryKey: configsKey });
  void queries.invalidateQueries({ queryKey: ['config'], predicate: (query) => query.queryKey[1] !== saved.id });
}
