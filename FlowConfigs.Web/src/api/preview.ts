import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { send } from './http';
import type { Preview, PreviewRequest } from './types';

export const askPreview = (request: PreviewRequest, signal: AbortSignal) =>
  send<Preview>('/api/preview', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });

export const previewQuery = (request: PreviewRequest) =>
  queryOptions({ queryKey: ['preview', request], queryFn: ({ signal }) => askPreview(request, signal), gcTime: 60_000 });

/** What callers get by a config, saved or not. What was there before stays on the screen until the answer has come. */
export function usePreview(request: PreviewRequest, enabled = true) {
  return useQuery({ ...previewQuery(request), enabled, placeholderData: keepPreviousData });
}
