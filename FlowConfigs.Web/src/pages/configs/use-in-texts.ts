import { useMemo } from 'react';
import { canBeSearched, useTextMatches } from '../../api/texts';
import type { ConfigSummary } from '../../api/types';
import { languageName } from '../../common/language-name';
import { useShownName } from '../../common/shown-name';
import { useSettled } from '../../common/use-settled';
import { configsMessages } from '../../messages/configs';
import { keyName } from './key-names';

const none: ReadonlyMap<string, string> = new Map();

/** Where a search was found in configs' texts and values, in words, by the config's id. */
export function useInTexts(configs: ConfigSummary[], text: string) {
  const shown = useShownName();
  const wanted = text.trim();
  const settled = useSettled(wanted);
  const { data, isFetching, isError } = useTextMatches(settled);
  const places = useMemo(() => {
    if (!data) {
      return none;
    }
    const byId = new Map(configs.map((config) => [config.id, config]));
    return new Map(data.map(({ id, places: found }) => [id, configsMessages.foundIn(found.map(({ key, language }) => {
      const name = shown(key, keyName(id, key, byId));
      return language === null ? name : configsMessages.inLanguage(name, languageName(language));
    }))]));
  }, [configs, data, shown]);
  // What was found for the last text is not what is found for this one.
  const isSettled = settled === wanted;
  return { places: isSettled ? places : none, looking: isFetching || (!isSettled && canBeSearched(wanted)), failed: isSettled && isError };
}
