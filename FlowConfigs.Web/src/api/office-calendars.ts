import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type OfficeCalendar = Schemas['CalendarResponse'];

/** How often a page that stays open looks for a refresh. */
const lookAgain = 10_000;

export function useOfficeCalendars() {
  return useQuery({
    queryKey: ['office-calendars'],
    queryFn: ({ signal }) => send<Schemas['CalendarsResponse']>('/api/office-calendars', { signal }),
    refetchInterval: lookAgain,
  });
}

/** Reads the calendars now; answers when they are read. */
export function useRefreshOfficeCalendars() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send<Schemas['RefreshResponse']>('/api/office-calendars/refresh', { method: 'POST' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['office-calendars'] }),
  });
}
