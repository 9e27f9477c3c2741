import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { configStates, type ConfigStateName, type FilterProperty, filterProperties, type ListedConfig } from './listed-config';

export type Query = PropertyFilterProps.Query;
export type Token = PropertyFilterProps.Token;

/** By what was asked for: the words that say where a text has it, by the config's id. */
export type FoundInTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

export const everything: Query = { tokens: [], operation: 'and' };
export const textToken = (value: string): Token => ({ operator: ':', value });
export const stateToken = (value: ConfigStateName): Token => ({ propertyKey: 'state', operator: '=', value });

const compare: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  ':': (value, wanted) => value.includes(wanted),
  '^': (value, wanted) => value.startsWith(wanted),
};

/** Whether a config fits a filter. A negated operator asks that none of its values fit. */
export function matches(listed: ListedConfig, { tokens, operation }: Query, found: FoundInTexts): boolean {
  const fits = ({ propertyKey, operator, value }: Token) => {
    const wanted = String(value).toLowerCase();
    const isNegated = operator.startsWith('!');
    const fitsOne = compare[operator.replace('!', '')] ?? (() => false);
    const fitsAny = isProperty(propertyKey)
      ? listed.values[propertyKey].some((one) => fitsOne(one.toLowerCase(), wanted))
      : listed.text.includes(wanted) || (found.get(String(value))?.has(listed.id) ?? false);
    return fitsAny !== isNegated;
  };
  return operation === 'and' ? tokens.every(fits) : tokens.some(fits) || tokens.length === 0;
}

/** The texts that are looked for in everything that a config says. */
export const freeTexts = ({ tokens }: Query): string[] =>
  tokens.flatMap(({ propertyKey, value }) => (propertyKey === undefined ? [String(value)] : []));

/** The state that a filter asks for, where it asks for one alone. */
export const stateIn = ({ tokens }: Query): ConfigStateName | undefined => {
  const [first, ...others] = tokens.filter(({ propertyKey }) => propertyKey === 'state');
  return others.length === 0 && first?.operator === '=' ? configStates.find((name) => name === first.value) : undefined;
};

export const asksFor = ({ tokens }: Query, state: ConfigStateName) =>
  tokens.some(({ propertyKey, value }) => propertyKey === 'state' && value === state);

export const isSameQuery = (left: Query, right: Query) => JSON.stringify(plain(left)) === JSON.stringify(plain(right));

/** In an address: a text alone as `text`, anything else as `filter`. */
export function queryToAddress(query: Query): Record<string, string> {
  const [token] = query.tokens;
  if (token === undefined) {
    return {};
  }
  const isText = query.tokens.length === 1 && token.propertyKey === undefined && token.operator === ':';
  return isText ? { text: String(token.value) } : { filter: JSON.stringify(plain(query)) };
}

export function queryFromAddress(search: URLSearchParams): Query {
  const text = search.get('text');
  return (text ? { ...everything, tokens: [textToken(text)] } : parsedQuery(search.get('filter'))) ?? everything;
}

/** A filter that was written down; undefined where it is none. */
export function parsedQuery(written: unknown): Query | undefined {
  try {
    const { tokens, operation } = (typeof written === 'string' ? JSON.parse(written) : written) as Partial<Query>;
    const isQuery = Array.isArray(tokens) && tokens.every(isToken) && (operation === 'and' || operation === 'or');
    return isQuery ? plain({ tokens, operation }) : undefined;
  } catch {
    return undefined;
  }
}

const isProperty = (key: string | undefined): key is FilterProperty => filterProperties.some((property) => property === key);
const isToken = (token: unknown): token is Token => {
  const { operator, value, propertyKey } = (token ?? {}) as Partial<Token>;
  return typeof operator === 'string' && typeof value === 'string' && (propertyKey === undefined || isProperty(propertyKey));
};

// Cloudscape adds fields of its own, such as the group that a token stands in.
const plain = ({ tokens, operation }: Query): Query => ({
  operation,
  tokens: tokens.map(({ propertyKey, operator, value }) => ({ ...(propertyKey !== undefined && { propertyKey }), operator, value: String(value) })),
});
