import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

const oneRetry = 1;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // An answer in the 400s will be the same the next time.
      retry: (failures, error) => failures < oneRetry && !(error instanceof ApiProblem && error.status < 500),
      retryDelay: 500,
    },
    // Not held back until the connection is there again: by then nobody may want it any more.
    mutations: { networkMode: 'always' },
  },
});
