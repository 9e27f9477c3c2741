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
  arn: 'ARN of the getConfig function',
  arnHint: 'As your operator knows it; flows of two Regions need one each.',
  arnDefault: 'arn:aws:lambda:us-east-1:111122223333:function:flow-configs-getConfig',
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
