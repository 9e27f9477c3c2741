import type { ResolvedValue } from '../../api/types';
import { formatDateTime } from '../../common/formats';
import { languageName } from '../../common/language-name';
import { callersMessages } from '../../messages/callers';

/** Why a key has its value, in words. */
export function reasonText(
  { source, from, name, until, language, languageMatch, text }: ResolvedValue['reason'],
  nameOf: (config: string) => string,
): string {
  const end = until ? formatDateTime(until) : '';
  const where = {
    own: callersMessages.own,
    inherited: callersMessages.inherited(nameOf(from)),
    timedChange: callersMessages.timedChange(nameOf(from), end),
    scenario: callersMessages.scenario(name ?? '', end),
  }[source];
  return [
    where,
    ...(languageMatch && languageMatch !== 'exact' && language ? [callersMessages.otherLanguage(languageName(language))] : []),
    ...(text === 'voiceAsText' ? [callersMessages.fromVoice] : []),
  ].join(', ');
}
