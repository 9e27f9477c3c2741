import { useQuery } from '@tanstack/react-query';
import { send } from './http';
import type { Settings } from './types';

export const settingsKey = ['settings'] as const;

/** Languages on offer, and limits. */
export function useSettings() {
  return useQuery({ queryKey: settingsKey, queryFn: ({ signal }) => send<Settings>('/api/settings', { signal }), staleTime: 300_000 });
}
