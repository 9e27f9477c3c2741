import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMayAnywhere } from '../auth/may';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type OfficeCalendar = Schemas['CalendarResponse'];

/** How often a page that stays open looks for a refresh. */
const lookAgain = 10_000;

const calendars = {
  queryKey: ['office-calendars'],
  queryFn: ({ signal }: { signal: AbortSignal }) => send<Schemas['CalendarsResponse']>('/api/office-calendars', { signal }),
};

export function useOfficeCalendars() {
  return useQuery({ ...calendars, refetchInterval: lookAgain });
}

/** The config of the first office; every config below it is another. */
const offices = 'office-calendar';

/** The calendar of a config, where it is an office that has one and the person may see it. */
export function useOfficeCalendar(id: string): OfficeCalendar | undefined {
  const may = useMayAnywhere();
  const isOffice = id === offices || id.startsWith(`${offices}/`);
  const { data } = useQuery({ ...calendars, enabled: isOffice && may('viewCalendar') });
  return isOffice ? data?.items.find((office) => office.id === id) : undefined;
}

/** Reads the calendars now; answers when they are read. */
export function useRefreshOfficeCalendars() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send<Schemas['RefreshResponse']>('/api/office-calendars/refresh', { method: 'POST' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['office-calendars'] }),
  });
}
