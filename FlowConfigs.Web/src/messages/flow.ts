import { formatNumber } from '../common/formats';

/** A contact flow that asks for a config, to start from. */
export const flowMessages = {
  titleOf: (id: string) => `Contact flow for ${id}`,
  title: 'Contact flow',
  description:
    'A flow to start from: it sets the caller’s language and voice, asks getConfig for this config, branches on its switches, and plays ' +
    'its prompts. Import it in Amazon ' +
    'Connect with create-contact-flow or CloudFormation, and put in what comes between.',
  loading: (id: string) => `Loading ${id}`,
  failed: 'This config could not be loaded',
  function: 'getConfig function',
  functionHint: 'From this installation. Import a flow into an instance in the function’s Region.',
  functionsFailed: 'The functions of this installation could not be loaded',
  inRegion: (region: string) => `In ${region}`,
  inContactsRegion: 'In the contact’s Region (Global Resiliency)',
  otherArn: 'Another function…',
  arn: 'ARN of the getConfig function',
  arnHint: 'This installation does not know its functions. Ask your operator for the ARN.',
  arnExample: 'arn:aws:lambda:REGION:ACCOUNT:function:NAME:live',
  arnInvalid: 'Must be a Lambda function’s ARN, such as arn:aws:lambda:us-east-1:111122223333:function:flow-configs-prod-get-config:live.',
  arnMissing: 'Enter the function’s ARN first.',
  fallback: 'What callers hear when getConfig does not answer',
  fallbackDefault: 'Thank you for calling. Please hold.',
  download: 'Download flow',
  copy: 'Copy flow',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  json: 'The flow as JSON',
  mixed: (names: string) =>
    `${names}: SSML in some languages and plain text in others. A flow block reads either SSML or plain text, so use one format in every language.`,
  mixedTitle: 'Prompts that a flow would misread',
  tooLarge: (most: number) => `This config has more switches and prompts than a flow can have: at most ${formatNumber(most)} actions.`,
  tooLargeTitle: 'Too large for one flow',
};
