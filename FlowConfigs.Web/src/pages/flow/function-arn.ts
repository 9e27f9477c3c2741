import type { components } from '../../api/schema';
import { flowMessages as texts } from '../../messages/flow';

type FunctionArn = components['schemas']['FunctionArn'];

export interface ArnChoice {
  value: string;
  label: string;
  description: string;
  /** A part of the file's name. */
  region: string;
}

/** The contact's own Region. Global Resiliency copies flows as they are, and each Region then invokes its own function. */
const contactsRegion = '$.AwsRegion';

const shape = /^arn:aws[a-z-]*:lambda:(?:[a-z0-9-]+|\$\.AwsRegion):\d{12}:function:[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9_-]+)?$/;

export const isFunctionArn = (arn: string) => shape.test(arn);

/** This installation's function in each Region; with several, also the one of whichever Region a contact is in. */
export function arnChoices(functions: readonly FunctionArn[]): ArnChoice[] {
  const each = functions.map(({ region, arn }) => ({ value: arn, label: texts.inRegion(region), description: arn, region }));
  const [first] = functions;
  if (!first || functions.length < 2) {
    return each;
  }
  const anywhere = first.arn.replace(`:lambda:${first.region}:`, `:lambda:${contactsRegion}:`);
  return [...each, { value: anywhere, label: texts.inContactsRegion, description: anywhere, region: 'every-region' }];
}
