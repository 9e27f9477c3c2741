import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { tokenOf } from './configs';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type AliasSummary = Schemas['AliasSummary'];

const aliasesKey = ['aliases'] as const;
const json = { 'Content-Type': 'application/json' };
const addressOf = (alias: string) => `/api/aliases/${encodeURIComponent(tokenOf(alias))}`;

export function useAliases() {
  return useInfiniteQuery({
    queryKey: aliasesKey,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `&after=${encodeURIComponent(tokenOf(pageParam))}`;
      return send<Schemas['AliasPage']>(`/api/aliases?limit=200${after}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });
}

export function useAddAlias() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, target, asWritten }: AliasSummary & { asWritten: boolean }) =>
      send<Schemas['AliasResponse']>(addressOf(id), { method: 'PUT', headers: json, body: JSON.stringify({ target, asWritten }) }),
    onSettled: () => queries.invalidateQueries({ queryKey: aliasesKey }),
  });
}

export function useRemoveAlias() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const { version } = await send<Schemas['AliasResponse']>(addressOf(id));
      await send<undefined>(addressOf(id), { method: 'DELETE', headers: { 'If-Match': `"${version}"` } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: aliasesKey }),
  });
}
