import type { FlowAction } from './contact-flow';

/** A language that the flow offers, and Amazon Polly's voice for it; empty where none is set. */
export interface FlowLanguage {
  tag: string;
  voice: string;
}

/** Keys that a caller can press for a language. */
const mostLanguages = 9;

/**
 * What comes before getConfig: logging first, so that the log shows everything after it; then the language and voice, which callers
 * choose where there are several. Without them getConfig is asked for no language, and Joanna speaks every text.
 */
export function opening(languages: FlowLanguage[], next: string): FlowAction[] {
  const offered = languages.slice(0, mostLanguages);
  const chosen = offered.flatMap(({ tag, voice }, index) => inLanguage(index + 1, tag, voice, next));
  const first = chosen[0]?.Identifier ?? next;
  if (offered.length < 2) {
    return [logging(first), ...chosen];
  }
  return [logging('is-call'), isCall(next), askLanguage(offered, first), ...chosen];
}

const logging = (next: string): FlowAction => ({
  Identifier: 'log',
  Type: 'UpdateFlowLoggingBehavior',
  Parameters: { FlowLoggingBehavior: 'Enabled' },
  Transitions: { NextAction: next },
});

/** A chat has no keys and no voice, and begins with its language. */
const isCall = (next: string): FlowAction => ({
  Identifier: 'is-call',
  Type: 'Compare',
  Parameters: { ComparisonValue: '$.Channel' },
  Transitions: {
    NextAction: next,
    Errors: [{ NextAction: next, ErrorType: 'NoMatchingCondition' }],
    Conditions: [{ NextAction: 'ask-language', Condition: { Operator: 'Equals', Operands: ['VOICE'] } }],
  },
});

const askLanguage = (languages: FlowLanguage[], first: string): FlowAction => ({
  Identifier: 'ask-language',
  Type: 'GetParticipantInput',
  Parameters: {
    Text: languages.map(({ tag }, index) => `${nameOf(tag)}: ${index + 1}.`).join(' '),
    StoreInput: 'False',
    InputTimeLimitSeconds: '5',
  },
  Transitions: {
    NextAction: first,
    Errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'].map((ErrorType) => ({ NextAction: first, ErrorType })),
    Conditions: languages.map((_, index) => ({
      NextAction: `language-${index + 1}`, Condition: { Operator: 'Equals', Operands: [String(index + 1)] },
    })),
  },
});

function inLanguage(place: number, tag: string, voice: string, next: string): FlowAction[] {
  const then = voice ? `voice-${place}` : next;
  const language = set(`language-${place}`, 'UpdateContactData', { LanguageCode: tag }, then);
  return voice
    ? [language, set(then, 'UpdateContactTextToSpeechVoice', { TextToSpeechVoice: voice, TextToSpeechEngine: 'Neural' }, next)]
    : [language];
}

const set = (name: string, type: string, parameters: Record<string, string>, next: string): FlowAction => ({
  Identifier: name,
  Type: type,
  Parameters: parameters,
  Transitions: { NextAction: next, Errors: [{ NextAction: next, ErrorType: 'NoMatchingError' }], Conditions: [] },
});

/** The language in its own words: English, español. */
function nameOf(tag: string) {
  try {
    const { language } = new Intl.Locale(tag);
    return new Intl.DisplayNames([tag], { type: 'language' }).of(language) ?? tag;
  } catch {
    return tag;
  }
}
