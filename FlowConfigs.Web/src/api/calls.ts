import { useInfiniteQuery } from '@tanstack/react-query';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Call = Schemas['CallResponse'];

/** How often a page that stays open looks for new calls. */
const lookAgain = 5_000;

const firstPage = 5;
const nextPages = 20;

/** The last five calls, and more on request; every page that is shown is read again from time to time. */
export function useCalls() {
  return useInfiniteQuery({
    queryKey: ['calls'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam === null ? `limit=${firstPage}` : `limit=${nextPages}&before=${encodeURIComponent(pageParam)}`;
      return send<Schemas['CallsResponse']>(`/api/calls?${page}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
    refetchInterval: lookAgain,
  });
}
