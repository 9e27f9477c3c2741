import { CognitoServiceImpl } from 'cognito-local/lib/services/cognitoService.js';
import { UserPoolServiceFactoryImpl } from 'cognito-local/lib/services/userPoolService.js';
import { ACCOUNTS, PASSWORD } from '../common/accounts.mjs';
import { MemoryStore } from './memory-store.mjs';
import { CLIENT, POOL, WEB_URL } from './settings.mjs';

class CognitoInMemory extends CognitoServiceImpl {
  userPools = [];
}

/** The pool with its app client, accounts and groups. */
export async function createPools(context, clock) {
  const stores = { create: async (_context, _id, defaults) => new MemoryStore(defaults) };
  const cognito = new CognitoInMemory('', new MemoryStore({ Clients: {} }), {}, new UserPoolServiceFactoryImpl(clock, stores));
  await cognito.createUserPool(context, { Id: POOL, Name: 'flow-configs', MfaConfiguration: 'OFF', UsernameAttributes: [] });
  const pool = await cognito.getUserPool(context, POOL);
  await pool.saveAppClient(context, webClient(clock.get()));
  for (const { name, email, group } of ACCOUNTS) {
    await saveUser(context, pool, clock.get(), { name, email, password: PASSWORD });
    await join(context, pool, clock.get(), name, group);
  }
  return cognito;
}

export async function saveUser(context, pool, now, { name, email, password, groups }) {
  const known = await pool.getUserByUsername(context, name);
  const sub = known?.Attributes.find(attribute => attribute.Name === 'sub').Value ?? crypto.randomUUID();
  const attributes = { sub, email, email_verified: 'true', 'custom:groups': groups };
  await pool.saveUser(context, {
    Username: name,
    Password: password,
    Enabled: true,
    UserStatus: 'CONFIRMED',
    RefreshTokens: known?.RefreshTokens ?? [],
    Attributes: Object.entries(attributes).filter(([, value]) => value).map(([Name, Value]) => ({ Name, Value })),
    UserCreateDate: now,
    UserLastModifiedDate: now,
  });
}

async function join(context, pool, now, name, groupName) {
  const group = await pool.getGroupByGroupName(context, groupName);
  const members = [...(group?.members ?? []), name];
  await pool.saveGroup(context, { GroupName: groupName, members, CreationDate: now, LastModifiedDate: now });
}

function webClient(now) {
  return {
    UserPoolId: POOL,
    ClientName: 'web',
    ClientId: CLIENT,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email', 'profile'],
    CallbackURLs: [`${WEB_URL}/auth/callback.html`, `${WEB_URL}/`],
    LogoutURLs: [`${WEB_URL}/`],
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    AccessTokenValidity: 60,
    IdTokenValidity: 60,
    RefreshTokenValidity: 12,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
    CreationDate: now,
    LastModifiedDate: now,
  };
}
