import { useMemo } from 'react';
import { canBeSearched, useTextMatches } from '../../api/texts';
import type { ConfigSummary } from '../../api/types';
import { languageName } from '../../common/language-name';
import { useShownName } from '../../common/shown-name';
import { useSettled } from '../../common/use-settled';
import { configsMessages } from '../../messages/configs';
import type { FoundInTexts } from './config-query';
import { keyName } from './key-names';

const separator = '\n';

/** Where each of these texts was found in configs' prompts and values, in words. */
export function useInTexts(configs: ConfigSummary[], texts: readonly string[]) {
  const shown = useShownName();
  const wanted = texts.join(separator);
  const settled = useSettled(wanted);
  const { found, looking, failed } = useTextMatches(useMemo(() => settled.split(separator), [settled]));
  const places = useMemo((): FoundInTexts => {
    const byId = new Map(configs.map((config) => [config.id, config]));
    return new Map(found.map(({ text, matches }) => [text, new Map(matches.map(({ id, places: ofConfig }) => [
      id,
      configsMessages.foundIn(ofConfig.map(({ key, language }) => {
        const name = shown(key, keyName(id, key, byId));
        return language === null ? name : configsMessages.inLanguage(name, languageName(language));
      })),
    ]))]));
  }, [configs, found, shown]);
  const isSettled = settled === wanted;
  return { places, looking: looking || (!isSettled && texts.some(canBeSearched)), failed: isSettled && failed };
}
