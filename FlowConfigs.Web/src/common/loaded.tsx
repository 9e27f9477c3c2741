import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/api-problem';
import { messages } from '../messages';
import { LoadProblem } from './load-problem';
import { LoadingPage } from './loading-page';
import { NoPermission } from './no-permission';

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** What is being loaded, such as "Loading lists". */
  loading: string;
  failed: string;
  children: (data: T) => ReactNode;
}

/** A query's answer; until there is one, that it is loading, what failed, or that the person may not see it. */
export function Loaded<T>({ query, loading, failed, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (!query.isError) {
    return <LoadingPage text={loading} />;
  }
  if (query.error instanceof ApiProblem && query.error.status === 403) {
    return <NoPermission title={messages.may.notHere} />;
  }
  return (
    <LoadProblem title={failed} error={query.error} retrying={query.isFetching} onRetry={() => void query.refetch()} />
  );
}
