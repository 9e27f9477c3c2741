import { createSign } from 'node:crypto';
import { createRequire } from 'node:module';
import { JwtTokenGenerator } from 'cognito-local/lib/services/tokenGenerator.js';
import { handler as preToken } from '../../../aws-templates/functions/pre-token.mjs';

// Published with cognito-local: good for this machine only.
const key = createRequire(import.meta.url)('cognito-local/lib/keys/cognitoLocal.private.json');

/** Issues the tokens that Cognito issues after the project's own pre token generation trigger. */
export class TokensWithTrigger extends JwtTokenGenerator {
  async generate(context, user, userGroups, client, clientMetadata, source) {
    const tokens = await super.generate(context, user, userGroups, client, clientMetadata, source);
    const { response } = await preToken(triggerEvent(user, userGroups, client, source));
    const details = response.claimsAndScopesOverrideDetails;
    const groups = details.groupOverrideDetails.groupsToOverride;
    return {
      ...tokens,
      AccessToken: signAgain(tokens.AccessToken, groups, details.accessTokenGeneration),
      IdToken: signAgain(tokens.IdToken, groups, details.idTokenGeneration),
    };
  }
}

function triggerEvent(user, groupsToOverride, client, source) {
  return {
    version: '2',
    triggerSource: `TokenGeneration_${source}`,
    userPoolId: client.UserPoolId,
    userName: user.Username,
    callerContext: { clientId: client.ClientId },
    request: {
      userAttributes: Object.fromEntries(user.Attributes.map(({ Name, Value }) => [Name, Value])),
      groupConfiguration: { groupsToOverride },
    },
    response: {},
  };
}

function signAgain(token, groups, generation) {
  const [header, body] = token.split('.');
  const payload = { ...JSON.parse(Buffer.from(body, 'base64url')), ...generation?.claimsToAddOrOverride };
  delete payload['cognito:groups'];
  if (groups.length > 0) payload['cognito:groups'] = groups;
  const signed = `${header}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key.pem, 'base64url')}`;
}
