import type { ResolvedValue } from '../../api/types';
import { formatDateTime } from '../../common/formats';
import { languageName } from '../../common/language-name';
import { callersMessages } from '../../messages/callers';

/** Why a key has its value, in words. */
export function reasonText({ source, from, name, until, language, languageMatch, text }: ResolvedValue['reason']): string {
  const end = until ? formatDateTime(until) : '';
  const where = {
    own: callersMessages.own,
    inherited: callersMessages.inherited(from),
    timedChange: callersMessages.timedChange(from, end),
    scenario: callersMessages.scenario(name ?? '', end),
  }[source];
  return [
    where,
    ...(languageMatch && languageMatch !== 'exact' && language ? [callersMessages.otherLanguage(languageName(language))] : []),
    ...(text === 'voiceAsText' ? [callersMessages.fromVoice] : []),
  ].join(', ');
}
