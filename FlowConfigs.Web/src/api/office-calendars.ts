import { useQuery } from '@tanstack/react-query';
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
