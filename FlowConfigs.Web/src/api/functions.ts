import { useQuery } from '@tanstack/react-query';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];

/** The functions that contact flows invoke, in each Region of this installation. */
export function useFunctions() {
  return useQuery({ queryKey: ['functions'], queryFn: ({ signal }) => send<Schemas['Functions']>('/api/functions', { signal }) });
}
