// Signing in by the identity provider, as a pool with an OIDC provider does: Cognito is the provider's client.
import { createHash, randomBytes } from 'node:crypto';
import { answer, redirect } from '../common/http.mjs';
import { saveUser } from './pool.mjs';
import { BASE, PROVIDER, PROVIDER_CLIENT, PROVIDER_SECRET, PROVIDER_URL } from './settings.mjs';

const RETURN_URL = `${BASE}/oauth2/idpresponse`;

export function federate(application, services, codes) {
  const started = new Map();

  application.get('/oauth2/authorize', async (request, response, next) => {
    if ((request.query.identity_provider ?? 'COGNITO') === 'COGNITO') return next();
    const client = await services.cognito.getAppClient({ logger: request.log }, request.query.client_id);
    if (request.query.identity_provider !== PROVIDER || !client?.CallbackURLs.includes(request.query.redirect_uri))
      return answer(response, 400, { error: 'invalid_request' });
    const state = crypto.randomUUID();
    const verifier = randomBytes(32).toString('base64url');
    started.set(state, { asked: request.query, client, verifier });
    const url = new URL((await discover()).authorization_endpoint);
    url.search = new URLSearchParams({
      client_id: PROVIDER_CLIENT,
      redirect_uri: RETURN_URL,
      response_type: 'code',
      scope: 'openid email profile',
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      // Cognito passes it on: after signing out, the app wants the password again.
      ...(request.query.prompt && { prompt: request.query.prompt }),
    });
    redirect(response, url);
  });

  application.get('/oauth2/idpresponse', async (request, response) => {
    const { state, code } = request.query;
    const login = started.get(state);
    started.delete(state);
    if (!login || !code) return answer(response, 400, { error: 'invalid_request', error_description: 'No log-in was started' });
    const username = await takeOver({ logger: request.log }, login, await exchange(code, login.verifier));
    const { asked, client } = login;
    const url = new URL(asked.redirect_uri);
    url.searchParams.set('state', asked.state ?? '');
    url.searchParams.set('code', codes.create({
      clientId: client.ClientId,
      userPoolId: client.UserPoolId,
      username,
      redirectUri: asked.redirect_uri,
      codeChallenge: asked.code_challenge,
      scope: asked.scope ?? '',
      state: asked.state,
    }));
    redirect(response, url);
  });

  /** Writes the provider's user into the pool under the name that Cognito gives such users. */
  async function takeOver(context, { client }, claims) {
    const name = `${PROVIDER}_${claims.sub}`;
    const pool = await services.cognito.getUserPool(context, client.UserPoolId);
    const groups = `[${(claims.groups ?? []).join(', ')}]`;
    await saveUser(context, pool, services.clock.get(), { name, email: claims.email, password: randomBytes(24).toString('hex'), groups });
    return name;
  }
}

async function discover() {
  return (await fetch(`${PROVIDER_URL}/.well-known/openid-configuration`)).json();
}

async function exchange(code, verifier) {
  const credentials = Buffer.from(`${PROVIDER_CLIENT}:${PROVIDER_SECRET}`).toString('base64');
  const answered = await fetch((await discover()).token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: RETURN_URL, code_verifier: verifier }),
  });
  if (!answered.ok) throw new Error(`The identity provider refused the code: ${await answered.text()}`);
  // It came from the provider itself, over the back channel: its signature adds nothing here.
  return JSON.parse(Buffer.from((await answered.json()).id_token.split('.')[1], 'base64url'));
}
