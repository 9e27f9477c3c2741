// The provider that Amazon Connect and the user pool are federated to: oidc-provider, with a log-in form for the accounts.
import Provider from 'oidc-provider';
import { ACCOUNTS, PASSWORD } from '../common/accounts.mjs';
import { bodyOf, listen } from '../common/http.mjs';
import { loginPage } from './login-page.mjs';

const provider = new Provider(`http://localhost:${process.env.PORT}`, {
  clients: [{
    client_id: 'cognito',
    client_secret: 'cognito-local-secret',
    redirect_uris: [`${process.env.COGNITO_URL}/oauth2/idpresponse`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
  conformIdTokenClaims: false, // Cognito reads the claims from the id token
  cookies: { keys: ['local-development'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, interaction) => `/sign-in/${interaction.uid}` },
  loadExistingGrant: grantAll,
  findAccount: (_context, id) => ({ accountId: id, claims: () => claimsOf(id) }),
});
const handle = provider.callback();

listen('identity-provider', (request, response) =>
  request.url.startsWith('/sign-in/') ? signIn(request, response) : handle(request, response));

async function signIn(request, response) {
  try {
    const { params } = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') return show(response, 200, loginPage(params.login_hint ?? ''));
    const form = new URLSearchParams(await bodyOf(request));
    const account = ACCOUNTS.find(({ name }) => name === form.get('account'));
    if (!account || form.get('password') !== PASSWORD)
      return show(response, 401, loginPage(form.get('account') ?? '', 'The account or the password is wrong.'));
    await provider.interactionFinished(request, response, { login: { accountId: account.name } });
  } catch (error) {
    show(response, 400, loginPage('', `This log-in is over: begin again. (${error.name})`));
  }
}

function show(response, status, page) {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page);
}

// There is one client, and nobody to be asked whether it may have the claims.
async function grantAll(context) {
  const { client, session, params } = context.oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

function claimsOf(id) {
  const { email, group } = ACCOUNTS.find(({ name }) => name === id);
  return { sub: id, name: id, email, email_verified: true, groups: [group] };
}
