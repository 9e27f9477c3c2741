import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { tokenOf } from './configs';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Completeness = Schemas['Completeness'];
export type CompletenessCounts = Schemas['CompletenessCounts'];
export type PromptCompleteness = Schemas['PromptCompleteness'];
export type TextCompleteness = Schemas['TextCompleteness'];

export const pathToTranslations = (id: string) => `/translations/${encodeURIComponent(tokenOf(id))}`;

/** The part of a config's address that names one of its texts. */
export const textInAddress = (promptKey: string, language: string) =>
  `?${new URLSearchParams({ prompt: promptKey, language }).toString()}`;

export function useIncomplete() {
  return useInfiniteQuery({
    queryKey: ['completeness'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `&after=${encodeURIComponent(tokenOf(pageParam))}`;
      return send<Schemas['IncompletePage']>(`/api/completeness?limit=100${after}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });
}

export function useCompleteness(id: string) {
  return useQuery({
    queryKey: ['completeness', id],
    queryFn: ({ signal }) => send<Completeness>(`/api/configs/${encodeURIComponent(tokenOf(id))}/completeness`, { signal }),
  });
}
