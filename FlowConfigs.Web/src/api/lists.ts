import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { tokenOf } from './configs';
import { ask, send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type List = Schemas['ListResponse'];
export type Entry = Schemas['EntryResponse'];
export type KeyKind = Schemas['KeyKind'];
export type Paste = Schemas['PasteResponse'];
export type PasteLine = Schemas['PasteLineResponse'];

const listsKey = ['lists'] as const;
const json = { 'Content-Type': 'application/json' };
const accepted = 202;
const pageSize = 100;

const addressOf = (id: string) => `/api/lists/${encodeURIComponent(tokenOf(id))}`;
export const pathToList = (id: string) => `/lists/${encodeURIComponent(tokenOf(id))}`;

const standsForItself = /^[A-Za-z0-9+_-]$/;

/** A key as it stands in an address: what is no letter, digit, + - or _ is ~ and two digits for each byte. */
export const keyToken = (key: string) =>
  [...new TextEncoder().encode(key)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return standsForItself.test(character) ? character : `~${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

export function useLists() {
  return useQuery({
    queryKey: listsKey,
    queryFn: async ({ signal }) => (await send<Schemas['ListsResponse']>('/api/lists', { signal })).items,
  });
}

export function useList(id: string) {
  return useQuery({ queryKey: [...listsKey, id], queryFn: ({ signal }) => send<List>(addressOf(id), { signal }) });
}

export function useEntries(id: string, prefix: string) {
  return useInfiniteQuery({
    queryKey: [...listsKey, id, 'entries', prefix],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: String(pageSize), prefix, ...(pageParam === null ? {} : { after: pageParam }) });
      return send<Schemas['EntryPage']>(`${addressOf(id)}/entries?${asked.toString()}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });
}

function useForgetLists() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: listsKey });
}

/** `basedOn` 0 creates it. */
export type ListSave = Schemas['ListBody'] & { id: string; basedOn: number };

export function useSaveList() {
  const forget = useForgetLists();
  return useMutation({
    mutationFn: ({ id, basedOn, ...body }: ListSave) =>
      send<List>(addressOf(id), {
        method: basedOn > 0 ? 'PUT' : 'POST',
        headers: basedOn > 0 ? { ...json, 'If-Match': `"${basedOn}"` } : json,
        body: JSON.stringify(body),
      }),
    onSuccess: forget,
  });
}

/** Deletes a list with its entries: as many requests as it takes. */
async function deleteList({ id, version }: { id: string; version: number }): Promise<void> {
  let left: number | null = version;
  while (left !== null) {
    const answer: Response = await ask(`${addressOf(id)}?entries=true`, { method: 'DELETE', headers: { 'If-Match': `"${left}"` } });
    left = answer.status === accepted ? ((await answer.json()) as Schemas['ListRemainder']).version : null;
  }
}

export function useDeleteList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: deleteList,
    // Of all lists only: the page of the one that is gone would ask for it once more before it is left.
    onSuccess: () => queries.invalidateQueries({ queryKey: listsKey, exact: true }),
  });
}

/** `basedOn` null adds it. */
export type EntrySave = Schemas['EntryBody'] & { key: string; basedOn: number | null };

export function useSaveEntry(list: string) {
  const forget = useForgetLists();
  return useMutation({
    mutationFn: ({ key, basedOn, ...body }: EntrySave) =>
      send<Entry>(`${addressOf(list)}/entries/${keyToken(key)}`, {
        method: 'PUT',
        headers: basedOn === null ? json : { ...json, 'If-Match': `"${basedOn}"` },
        body: JSON.stringify(body),
      }),
    onSuccess: forget,
  });
}

export function useRemoveEntry(list: string) {
  const forget = useForgetLists();
  return useMutation({
    mutationFn: ({ key, version }: Entry) =>
      send<undefined>(`${addressOf(list)}/entries/${keyToken(key)}`, {
        method: 'DELETE',
        headers: { 'If-Match': `"${version}"` },
      }),
    onSuccess: forget,
  });
}

/** What the columns of a paste are: `-` for one that is not read. */
export interface PasteColumns {
  fields: string[];
  /** Whether the first line names the columns, and is no entry. */
  inFirstLine: boolean;
}

interface PasteRequest {
  text: string;
  dryRun: boolean;
  /** Null has the API find out. */
  columns: PasteColumns | null;
}

export function usePaste(list: string) {
  const forget = useForgetLists();
  return useMutation({
    mutationFn: ({ text, dryRun, columns }: PasteRequest) => {
      const asked = new URLSearchParams({
        dryRun: String(dryRun),
        ...(columns ? { columns: columns.fields.join(','), header: String(columns.inFirstLine) } : {}),
      });
      return send<Paste>(`${addressOf(list)}/entries?${asked.toString()}`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/csv' },
        body: text,
      });
    },
    onSuccess: (_, { dryRun }) => (dryRun ? undefined : forget()),
  });
}

/** All entries as CSV. */
export const exportEntries = async (list: string) => (await ask(`${addressOf(list)}/entries?format=csv`)).blob();
