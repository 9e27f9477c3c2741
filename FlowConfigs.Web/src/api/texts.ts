import { useQuery } from '@tanstack/react-query';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type TextMatch = Schemas['TextMatch'];

/** As much as the API needs to look for a text. */
const shortest = 3;
const longest = 100;

export const canBeSearched = (text: string) => text.length >= shortest && text.length <= longest;

/** The configs that have a text in their prompts or values: the server looks through all of them, some hundred at a time. */
export function useTextMatches(text: string) {
  return useQuery({
    queryKey: ['configs', 'texts', text],
    queryFn: ({ signal }) => everyMatch(text, signal),
    enabled: canBeSearched(text),
  });
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
