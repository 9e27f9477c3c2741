// getConfig as the requirements' own stack would have it: Node 20, AWS SDK 3, one GetItem, and the language and channel picked. No
// inheritance, timed changes or scenarios, and one item for each config.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function handler(event) {
  const { ContactData: contact, Parameters: parameters } = event.Details;
  const id = parameters.id ?? contact.SystemEndpoint?.Address;
  const language = parameters.lang ?? contact.LanguageCode ?? 'en-US';
  const { Item: item } = await documents.send(
    new GetCommand({ TableName: process.env.FLOWCONFIGS_TABLE, Key: { pk: `BASELINE#${id}`, sk: 'CURRENT' }, ConsistentRead: true }),
  );
  if (!item) return { _found: 'false' };
  const answer = { _found: 'true' };
  for (const variable of item.variables) answer[variable.name] = variable.value;
  for (const prompt of item.prompts) {
    const text = prompt.texts[language] ?? prompt.texts['en-US'];
    answer[prompt.key] = contact.Channel === 'VOICE' ? text.voice : (text.chat ?? text.voice);
  }
  return answer;
}
