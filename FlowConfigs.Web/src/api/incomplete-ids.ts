import { useQuery } from '@tanstack/react-query';
import { send } from './http';
import type { components } from './schema';

type IncompletePage = components['schemas']['IncompletePage'];

/** The ids of the configs whose texts are not complete: the server looks through all of them, some hundred at a time. */
export function useIncompleteIds(enabled: boolean) {
  return useQuery({ queryKey: ['incomplete-ids'], queryFn: ({ signal }) => everyId(signal), enabled });
}

async function everyId(signal: AbortSignal): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const query: string = after === null ? '' : `?after=${encodeURIComponent(after)}`;
    const page: IncompletePage = await send<IncompletePage>(`/api/completeness${query}`, { signal });
    page.items.forEach(({ id }) => ids.add(id));
    after = page.next;
  } while (after !== null);
  return ids;
}
