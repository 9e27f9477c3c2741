// Amazon Cognito on this machine: cognito-local, and what it lacks (SRP, renewal, federation, sign-out, discovery).
import { AuthorizationCodeStore } from 'cognito-local/lib/oauth2/authorizationCodeStore.js';
import { attachOAuth2Routes } from 'cognito-local/lib/oauth2/routes.js';
import { createServer } from 'cognito-local/lib/server/server.js';
import pino from 'pino';
import { answer, listen, redirect } from '../common/http.mjs';
import { federate } from './federation.mjs';
import { operations } from './operations.mjs';
import { createPools } from './pool.mjs';
import { BASE, WEB_URL } from './settings.mjs';
import { TokensWithTrigger } from './tokens.mjs';

const logger = pino({ level: 'error' });
const clock = { get: () => new Date() };
const triggers = { enabled: () => false };
const tokenGenerator = new TokensWithTrigger(clock, triggers, { IssuerDomain: BASE });
const services = { clock, triggers, tokenGenerator, cognito: await createPools({ logger }, clock) };

const { application } = createServer(operations(services), logger, {});
const codes = new AuthorizationCodeStore();
federate(application, services, codes);
attachOAuth2Routes(application, services, codes);
application.get('/logout', (request, response) => redirect(response, request.query.logout_uri ?? request.query.redirect_uri ?? '/'));

listen('cognito', (request, response) => {
  allowWebOnly(response);
  const pool = /^\/([^/]+)\/\.well-known\/openid-configuration$/.exec(request.url)?.[1];
  return pool ? answer(response, 200, discovery(pool)) : application(request, response);
}, [WEB_URL]);

// cognito-local lets pages of every origin read what it answers.
function allowWebOnly(response) {
  const set = response.setHeader;
  response.setHeader = (name, value) =>
    set.call(response, name, name.toLowerCase() === 'access-control-allow-origin' ? new URL(WEB_URL).origin : value);
}

// cognito-local's own names port 9229 whatever the port is.
function discovery(pool) {
  return {
    issuer: `${BASE}/${pool}`,
    jwks_uri: `${BASE}/${pool}/.well-known/jwks.json`,
    authorization_endpoint: `${BASE}/oauth2/authorize`,
    token_endpoint: `${BASE}/oauth2/token`,
    end_session_endpoint: `${BASE}/logout`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    scopes_supported: ['openid', 'email', 'profile'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}
