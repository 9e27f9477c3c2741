import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type TextMatch = Schemas['TextMatch'];

/** As much as the API needs to look for a text. */
const shortest = 3;
const longest = 100;

export const canBeSearched = (text: string) => text.length >= shortest && text.length <= longest;

/** The configs that have each of these texts in their prompts or values: the server looks through all of them, some hundred at a time. */
export function useTextMatches(texts: readonly string[]) {
  return useQueries({
    queries: texts.filter(canBeSearched).map((text) => ({
      queryKey: ['configs', 'texts', text],
      queryFn: async ({ signal }: { signal: AbortSignal }) => ({ text, matches: await everyMatch(text, signal) }),
    })),
    combine,
  });
}

/** Not made anew at each call: the answers then stay the same objects until one of them changes. */
function combine(queries: readonly UseQueryResult<{ text: string; matches: TextMatch[] }>[]) {
  return {
    found: queries.flatMap(({ data }) => data ?? []),
    looking: queries.some(({ isFetching }) => isFetching),
    failed: queries.some(({ isError }) => isError),
  };
}

async function everyMatch(text: string, signal: AbortSignal): Promise<TextMatch[]> {
  const matches: TextMatch[] = [];
  let after: string | null = null;
  do {
    const query = new URLSearchParams({ text, ...(after !== null && { after }) });
    const page: Schemas['TextPage'] = await send<Schemas['TextPage']>(`/api/texts?${query}`, { signal });
    matches.push(...page.items);
    after = page.next;
  } while (after !== null);
  return matches;
}
