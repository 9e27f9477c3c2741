import { describe, expect, it } from 'vitest';
import type { Config, Prompt, Variable } from '../../api/types';
import { contactFlow, type FlowAction, isMixed } from './contact-flow';

const arn = 'arn:aws:lambda:us-east-1:111122223333:function:flow-configs-getConfig';

const variable = (name: string, kind: Variable['kind']): Variable => ({
  name, displayName: null, kind, value: '', description: '', section: null, locked: false, constraints: null,
});
const prompt = (name: string, key: string, voices: Record<string, string>): Prompt => ({
  name, displayName: null, key, description: '', section: null, locked: false,
  texts: Object.fromEntries(Object.entries(voices).map(([language, voice]) => [language, { voice, chat: null }])),
});

const config = (
  variables: Variable[], prompts: Prompt[], inherited: Partial<Config['inherited']> = {},
): Parameters<typeof contactFlow>[0] => ({
  id: 'field-office/austin',
  variables, prompts, inherited: { variables: [], prompts: [], defaultLanguage: null, displayNames: {}, ...inherited },
});

const samples: [string, Parameters<typeof contactFlow>[0]][] = [
  ['nothing', config([], [])],
  [
    'the example',
    config(
      [variable('Closure', 'boolean'), variable('ClosureOfferCallback', 'boolean'), variable('Minutes', 'number')],
      [prompt('Welcome', 'Welcome', { 'en-US': '<speak>Hi</speak>' }), prompt('Closure', 'ClosurePrompt', { 'en-US': 'Closed' })],
    ),
  ],
  [
    'long names and what is inherited',
    config([variable('a'.repeat(100), 'boolean')], [prompt('b'.repeat(100), 'b'.repeat(100), { en: 'x' })], {
      variables: [{ ...variable('Closure', 'boolean'), from: 'field-office' }],
      prompts: [{ ...prompt('Closure', 'ClosurePrompt', { en: '<speak>x</speak>' }), from: 'field-office' }],
    }),
  ],
];

const targets = ({ Transitions: { NextAction, Errors = [], Conditions = [] } }: FlowAction) =>
  [NextAction, ...[...Errors, ...Conditions].map((one) => one.NextAction)].filter((next) => next !== undefined);

describe.each(samples)('a flow for %s', (_, sample) => {
  const flow = contactFlow(sample, arn, 'Thank you for calling.');
  const names = flow.Actions.map(({ Identifier }) => Identifier);

  it('names no action that is not there, and none twice', () => {
    expect(new Set(names).size).toBe(names.length);
    expect([flow.StartAction, ...flow.Actions.flatMap(targets)].filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.keys(flow.Metadata.ActionMetadata)).toEqual(names);
  });

  it('reaches every action', () => {
    const reached = new Set([flow.StartAction]);
    for (const name of reached) {
      flow.Actions.filter(({ Identifier }) => Identifier === name).flatMap(targets).forEach((next) => reached.add(next));
    }
    expect(names.filter((name) => !reached.has(name))).toEqual([]);
  });

  it('has one Error branch of getConfig, and of each other action at most one', () => {
    const errors = flow.Actions.filter(({ Type }) => Type === 'InvokeLambdaFunction').flatMap(({ Transitions }) => Transitions.Errors);
    expect(errors).toEqual([{ NextAction: 'fallback', ErrorType: 'NoMatchingError' }]);
    const several = flow.Actions.filter(({ Transitions: { Errors = [] } }) => Errors.length > 1);
    expect(several.filter(({ Type }) => Type !== 'GetParticipantInput')).toEqual([]);
  });

  it('keeps to the limits of identifiers', () => {
    expect(names.filter((name) => name.length > 50 || /[%:(\\/)=$,;[\]{}]/.test(name))).toEqual([]);
  });
});

it('branches on each switch, plays the prompt of its name there, and the others afterwards', () => {
  const [, example] = samples[1] ?? [];
  const flow = contactFlow(example ?? config([], []), arn, 'Sorry');
  const closure = flow.Actions.find(({ Parameters }) => Parameters['ComparisonValue'] === '$.External.Closure');
  const played = flow.Actions.find(({ Identifier }) => Identifier === closure?.Transitions.Conditions?.[0]?.NextAction);
  expect(played?.Parameters).toEqual({ Text: '$.External.ClosurePrompt' });
  expect(flow.Actions.filter(({ Parameters }) => 'SSML' in Parameters).map(({ Parameters }) => Parameters)).toEqual([
    { SSML: '$.External.Welcome' },
  ]);
});

const inLanguages = (...tags: string[]) => config([], [prompt('Hi', 'Hi', Object.fromEntries(tags.map((tag) => [tag, 'x'])))]);
const actionOf = (flow: ReturnType<typeof contactFlow>, name: string) => flow.Actions.find(({ Identifier }) => Identifier === name);

describe('the language of a caller', () => {
  const voices = [{ tag: 'es-US', voice: 'Lupe' }, { tag: 'en-US', voice: 'Joanna' }, { tag: 'fr-FR', voice: 'Léa' }];

  it('is logged from the first action on, and set before getConfig is asked', () => {
    const flow = contactFlow(inLanguages('en-US'), arn, 'Sorry', voices);
    expect(flow.Actions.map(({ Type }) => Type).slice(0, 4)).toEqual([
      'UpdateFlowLoggingBehavior', 'UpdateContactData', 'UpdateContactTextToSpeechVoice', 'InvokeLambdaFunction',
    ]);
    expect(flow.StartAction).toBe('log');
    expect(actionOf(flow, 'language-1')?.Parameters).toEqual({ LanguageCode: 'en-US' });
    expect(actionOf(flow, 'voice-1')?.Parameters).toEqual({ TextToSpeechVoice: 'Joanna', TextToSpeechEngine: 'Neural' });
  });

  it('is asked for where the config has two, in the order of the settings, and of callers alone', () => {
    const flow = contactFlow(inLanguages('en-US', 'es-US'), arn, 'Sorry', voices);
    expect(actionOf(flow, 'ask-language')?.Parameters).toMatchObject({ Text: 'español: 1. English: 2.' });
    expect(actionOf(flow, 'ask-language')?.Transitions.Conditions?.map(({ NextAction }) => NextAction)).toEqual(['language-1', 'language-2']);
    expect(actionOf(flow, 'is-call')?.Transitions).toMatchObject({ NextAction: 'get-config', Conditions: [{ NextAction: 'ask-language' }] });
  });

  it('without a voice in the settings keeps the voice of Connect', () => {
    const flow = contactFlow(inLanguages('tlh'), arn, 'Sorry', voices);
    expect(actionOf(flow, 'language-1')?.Transitions.NextAction).toBe('get-config');
  });
});

it('notices a prompt that is SSML in one language only', () => {
  expect(isMixed(prompt('Welcome', 'Welcome', { 'en-US': '<speak>Hi</speak>', 'es-US': 'Hola' }))).toBe(true);
  expect(isMixed(prompt('Welcome', 'Welcome', { 'en-US': 'Hi', 'es-US': 'Hola' }))).toBe(false);
  expect(isMixed(prompt('Welcome', 'Welcome', { 'en-US': '<?xml version="1.0"?><speak>Hi</speak>', 'es-US': '<speak>Hola</speak>' }))).toBe(false);
});
