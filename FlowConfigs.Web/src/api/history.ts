import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { tokenOf } from './configs';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type VersionEntry = Schemas['VersionEntry'];
export type FieldChange = Schemas['FieldChange'];
export type AuditEntry = Schemas['AuditEntry'];
export type SaveAction = Schemas['SaveAction'];

const addressOf = (id: string) => `/api/configs/${encodeURIComponent(tokenOf(id))}`;
const pageSize = 30;

export const pathToHistory = (id: string) => `/history/${encodeURIComponent(tokenOf(id))}`;

/** A version as the API names it; with its mark where two Regions have made the same number. */
export const versionName = ({ version, saved, link }: VersionEntry) =>
  saved.mark && (link === 'overruled' || link === 'merged') ? `${version}-${saved.mark}` : String(version);

export function useVersions(id: string) {
  return useInfiniteQuery({
    queryKey: ['versions', id],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      send<Schemas['VersionPage']>(
        `${addressOf(id)}/versions?limit=${pageSize}${pageParam === null ? '' : `&before=${pageParam}`}`,
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
}

export function useVersionDiff(id: string, from: string, to: string) {
  return useQuery({
    queryKey: ['versions', id, 'diff', from, to],
    queryFn: ({ signal }) => send<Schemas['VersionDiff']>(`${addressOf(id)}/diff?from=${from}&to=${to}`, { signal }),
    enabled: from !== '' && to !== '',
  });
}

/** A config as it was. */
export function useVersion(id: string, version: string) {
  return useQuery({
    queryKey: ['versions', id, 'one', version],
    queryFn: ({ signal }) => send<Schemas['Config']>(`${addressOf(id)}/versions/${version}`, { signal }),
  });
}

export interface Restore {
  version: string;
  /** Given, the timed changes of that version which are not over come back too; else those that the config has now stay. */
  changes?: true;
  comment: string | null;
  /** The version that holds now. */
  basedOn: number;
}

export function useRestore(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ basedOn, ...body }: Restore) =>
      send<Schemas['ConfigResponse']>(`${addressOf(id)}/restore`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'If-Match': `"${basedOn}"` },
        body: JSON.stringify(body),
      }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['versions', id] });
      void queries.invalidateQueries({ queryKey: ['config'] });
      void queries.invalidateQueries({ queryKey: ['configs'] });
    },
  });
}

export interface AuditFilter {
  kind: string;
  path: string;
  by: string;
  /** A day, such as 2026-03-01; everything from its beginning on. */
  since: string;
}

/** The browser's own field takes years of six digits as well. */
const day = /^\d{4}-\d{2}-\d{2}$/;

export function useAudit({ kind, path, by, since }: AuditFilter) {
  const given = { kind, path: tokenOf(path), by, since: day.test(since) ? new Date(`${since}T00:00`).toISOString() : '' };
  const asked = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
  return useInfiniteQuery({
    queryKey: ['audit', asked.toString()],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam === null ? '' : `&before=${encodeURIComponent(pageParam)}`;
      return send<Schemas['AuditPage']>(`/api/audit?limit=50${page}&${asked.toString()}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });
}
