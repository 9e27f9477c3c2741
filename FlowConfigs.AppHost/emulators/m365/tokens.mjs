import { createPublicKey, randomUUID, verify, X509Certificate } from 'node:crypto';
import { answer } from '../common/http.mjs';
import { CLIENT, state, TENANT } from './settings.mjs';

const tokens = new Map();
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** POST /{tenant}/oauth2/v2.0/token: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export function issueToken(response, tenant, form, host) {
  const refusal = refusalOf(tenant, form, host);
  if (refusal) return refuse(response, ...refusal);
  const token = `eyJ${randomUUID()}`;
  tokens.set(token, Date.now() + state.tokenSeconds * 1000);
  answer(response, 200, { token_type: 'Bearer', expires_in: state.tokenSeconds, ext_expires_in: state.tokenSeconds, access_token: token });
}

/** Why Graph refuses a request's token; undefined when it is good. */
export function tokenProblem(request) {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (!token) return 'Access token is empty.';
  if (!tokens.has(token)) return 'CompactToken parsing failed with error code: 80049217';
  return tokens.get(token) > Date.now() ? undefined : 'Lifetime validation failed, the token is expired.';
}

export const expireTokens = () => tokens.forEach((_, token) => tokens.set(token, 0));

function refusalOf(tenant, form, host) {
  if (tenant !== TENANT) return [400, 'invalid_request', 90002, `Tenant '${tenant}' not found.`];
  if (form.get('grant_type') === 'password') return [400, 'invalid_grant', 50076, 'You must use multi-factor authentication.'];
  if (form.get('grant_type') !== 'client_credentials') return [400, 'unsupported_grant_type', 70003, 'The grant type is not supported.'];
  if (form.get('client_id') !== CLIENT)
    return [400, 'unauthorized_client', 700016, `Application with identifier '${form.get('client_id')}' was not found in the directory.`];
  if (!form.get('scope')?.endsWith('/.default')) return [400, 'invalid_scope', 1002012, 'The provided value for scope is not valid.'];
  if (form.get('client_assertion_type') === JWT_BEARER) return assertionRefusal(form.get('client_assertion') ?? '', host);
  if (form.get('client_secret') === state.expiredSecret) return [401, 'invalid_client', 7000222, 'The provided client secret keys are expired.'];
  if (form.get('client_secret') !== state.secret) return [401, 'invalid_client', 7000215, 'Invalid client secret provided.'];
}

function assertionRefusal(jwt, host) {
  const [header, claims, signature] = jwt.split('.');
  let read;
  try {
    read = { header: decoded(header), claims: decoded(claims) };
  } catch {
    return [400, 'invalid_request', 50027, 'JWT token is invalid or malformed.'];
  }
  if (read.claims.iss !== CLIENT) {
    const { issuer, subject } = state.federated ?? {};
    return read.claims.iss === issuer && read.claims.sub === subject && read.claims.aud === 'api://AzureADTokenExchange' ? undefined
      : [400, 'invalid_client', 700213, 'No matching federated identity record found for presented assertion subject.'];
  }
  if (!state.certificatePem) return [401, 'invalid_client', 700027, 'The certificate was not found.'];
  const certificate = new X509Certificate(state.certificatePem);
  const thumbprint = Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
  const key = { key: createPublicKey(state.certificatePem), padding: 6, saltLength: 32 }; // RSA_PKCS1_PSS_PADDING
  const isSigned = verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature ?? '', 'base64url'));
  const { aud, exp } = read.claims;
  return isSigned && read.header['x5t#S256'] === thumbprint && aud === `http://${host}/${TENANT}/oauth2/v2.0/token` && exp * 1000 > Date.now()
    ? undefined : [401, 'invalid_client', 700027, 'Client assertion failed signature validation.'];
}

const decoded = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());

function refuse(response, status, error, code, text) {
  const [trace_id, correlation_id] = [randomUUID(), randomUUID()];
  const timestamp = new Date().toISOString().replace('T', ' ').replace(/\.\d+/, '');
  answer(response, status, {
    error, error_description: `AADSTS${code}: ${text}\r\nTrace ID: ${trace_id}\r\nCorrelation ID: ${correlation_id}\r\nTimestamp: ${timestamp}`,
    error_codes: [code], timestamp, trace_id, correlation_id, error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  });
}
