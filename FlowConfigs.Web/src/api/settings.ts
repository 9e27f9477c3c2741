import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './http';
import type { components } from './schema';
import type { Settings } from './types';

type Schemas = components['schemas'];
export type SettingsBody = Schemas['SettingsBody'];
export type SettingsLimits = Schemas['SettingsLimits'];
export type OfferedLanguage = Schemas['OfferedLanguage'];

export const settingsKey = ['settings'] as const;

/** Languages on offer, and limits. */
export function useSettings() {
  return useQuery({ queryKey: settingsKey, queryFn: ({ signal }) => send<Settings>('/api/settings', { signal }), staleTime: 300_000 });
}

export function useSaveSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ basedOn, ...body }: SettingsBody & { basedOn: number }) =>
      send<Settings>('/api/settings', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'If-Match': `"${basedOn}"` },
        body: JSON.stringify(body),
      }),
    onSuccess: (saved) => {
      queries.setQueryData(settingsKey, saved);
      void queries.invalidateQueries({ queryKey: ['completeness'] });
    },
  });
}
