import type { Config, Prompt } from '../../api/types';
import { isSsml } from '../../common/ssml';
import { opening, type FlowLanguage } from './flow-language';

/** Amazon Connect's flow language. https://docs.aws.amazon.com/connect/latest/APIReference/flow-language.html */
export interface ContactFlow {
  Version: '2019-10-30';
  StartAction: string;
  Metadata: {
    entryPointPosition: Position;
    ActionMetadata: Record<string, { position: Position; isFriendlyName: true }>;
    Annotations: [];
  };
  Actions: FlowAction[];
}

export interface FlowAction {
  Identifier: string;
  Type: string;
  Parameters: Record<string, unknown>;
  Transitions: {
    NextAction?: string;
    Errors?: { NextAction: string; ErrorType: string }[];
    Conditions?: { NextAction: string; Condition: { Operator: 'Equals'; Operands: [string] } }[];
  };
}

interface Position {
  x: number;
  y: number;
}

/** Most actions of a flow. https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html */
export const mostActions = 250;

const getConfig = 'get-config';
const fallback = 'fallback';
const end = 'end';
/** Identifiers have up to 50 characters. */
const longestName = 36;

const hasSsml = ({ texts }: Prompt) => Object.values(texts).some(({ voice }) => isSsml(voice));

/** A flow block reads either SSML or text, so a prompt that is SSML in some languages only is misread in the others. */
export const isMixed = ({ texts }: Prompt) =>
  new Set(Object.values(texts).map(({ voice }) => isSsml(voice))).size > 1;

/**
 * A flow that sets the caller's language and voice, asks getConfig for a config, branches on its switches, and plays its prompts. A
 * prompt that is called like a switch is played where the switch is on, and ends the contact; all others are played one after the other.
 */
export function contactFlow(
  config: Pick<Config, 'id' | 'variables' | 'prompts' | 'inherited'>, lambdaArn: string, fallbackText: string,
  voices: readonly FlowLanguage[] = [],
): ContactFlow {
  const switches = [...config.variables, ...config.inherited.variables].filter(({ kind }) => kind === 'boolean');
  const prompts = [...config.prompts, ...config.inherited.prompts];
  const ofSwitch = (name: string) => prompts.find((prompt) => prompt.name === name);
  const others = prompts.filter(({ name }) => !switches.some((one) => one.name === name));

  // From the end backwards, because each action names the one after it.
  let next = end;
  const actions: FlowAction[] = [];
  const before = (added: FlowAction[]) => {
    actions.unshift(...added);
    next = added[0]?.Identifier ?? next;
  };
  for (const [index, prompt] of [...others.entries()].toReversed()) {
    before(play(`say-${index + 1}`, prompt, next));
  }
  for (const [index, { name }] of [...switches.entries()].toReversed()) {
    const prompt = ofSwitch(name);
    const played = prompt ? play(`on-${index + 1}`, prompt, end) : [];
    const then = played[0]?.Identifier ?? next;
    before([compare(identifier(`is-${index + 1}`, name), `$.External.${name}`, 'true', then, next), ...played]);
  }
  before([compare('is-found', '$.External._found', 'true', next, fallback)]);
  before([invoke(lambdaArn, config.id, next)]);
  before(opening(languagesOf(prompts, voices), next));
  actions.push(
    message(fallback, { Text: fallbackText }, end),
    { Identifier: end, Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  );

  return {
    Version: '2019-10-30',
    StartAction: next,
    Metadata: {
      entryPointPosition: { x: 20, y: 20 },
      ActionMetadata: Object.fromEntries(
        actions.map(({ Identifier }, index) => [Identifier, { position: placeOf(index), isFriendlyName: true }]),
      ),
      Annotations: [],
    },
    Actions: actions,
  };
}

/** The languages of the prompts: first those that the settings offer, in their order. */
function languagesOf(prompts: Prompt[], voices: readonly FlowLanguage[]): FlowLanguage[] {
  const spoken = new Set(prompts.flatMap(({ texts }) => Object.keys(texts)));
  const offered = voices.filter(({ tag }) => spoken.has(tag));
  const others = [...spoken].filter((tag) => !offered.some((one) => one.tag === tag)).toSorted();
  return [...offered, ...others.map((tag) => ({ tag, voice: '' }))];
}

const identifier = (place: string, key: string) => `${place}-${key.slice(0, longestName)}`;

const invoke = (lambdaArn: string, id: string, next: string): FlowAction => ({
  Identifier: getConfig,
  Type: 'InvokeLambdaFunction',
  Parameters: {
    LambdaFunctionARN: lambdaArn,
    InvocationTimeLimitSeconds: '3',
    LambdaInvocationAttributes: { id, lang: '$.LanguageCode' },
    ResponseValidation: { ResponseType: 'STRING_MAP' },
  },
  Transitions: { NextAction: next, Errors: [{ NextAction: fallback, ErrorType: 'NoMatchingError' }], Conditions: [] },
});

const compare = (name: string, value: string, operand: string, then: string, otherwise: string): FlowAction => ({
  Identifier: name,
  Type: 'Compare',
  Parameters: { ComparisonValue: value },
  Transitions: {
    NextAction: otherwise,
    Errors: [{ NextAction: otherwise, ErrorType: 'NoMatchingCondition' }],
    Conditions: [{ NextAction: then, Condition: { Operator: 'Equals', Operands: [operand] } }],
  },
});

const message = (name: string, content: { Text: string } | { SSML: string }, next: string): FlowAction => ({
  Identifier: name,
  Type: 'MessageParticipant',
  Parameters: content,
  Transitions: { NextAction: next, Errors: [{ NextAction: next, ErrorType: 'NoMatchingError' }], Conditions: [] },
});

/** SSML is for voice only: in a chat the same key holds plain text, and takes a block of its own. */
function play(place: string, prompt: Prompt, next: string): FlowAction[] {
  const value = `$.External.${prompt.key}`;
  const text = message(identifier(place, prompt.key), { Text: value }, next);
  if (!hasSsml(prompt)) {
    return [text];
  }
  const ssml = message(identifier(`${place}-ssml`, prompt.key), { SSML: value }, next);
  const channel = compare(identifier(`${place}-voice`, prompt.key), '$.Channel', 'VOICE', ssml.Identifier, text.Identifier);
  return [channel, ssml, text];
}

const columns = 8;
const placeOf = (index: number): Position => ({ x: 160 + (index % columns) * 240, y: 20 + Math.floor(index / columns) * 220 });
