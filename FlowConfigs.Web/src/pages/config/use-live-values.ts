import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { askPreview } from '../../api/preview';
import type { Config, ResolvedValue } from '../../api/types';

/** As often as the banner looks for scenarios. */
const lookAgain = 20_000;

/** What callers get of a config right now, in a language. */
export function useLiveValues({ id, version }: Config, language: string): ResolvedValue[] {
  const { data } = useQuery({
    queryKey: ['config', id, 'live', version, language],
    queryFn: ({ signal }) => askPreview({ id, ...(language !== '' && { language }) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: lookAgain,
  });
  return data?.values ?? [];
}

/** A value that holds for a time only, above the one that is set. */
export const liveFor = (values: readonly ResolvedValue[], key: string) =>
  values.find((value) => value.key === key && (value.reason.source === 'scenario' || value.reason.source === 'timedChange'));
