// What an identity source of the policy store does with a token.
// https://docs.aws.amazon.com/verifiedpermissions/latest/userguide/identity-sources-cognito.html
import { createPublicKey, verify } from 'node:crypto';
import { invalid } from './aws-error.mjs';

const ISSUER = process.env.USER_POOL_ISSUER;
const CLIENT = process.env.USER_POOL_CLIENT;
let keys = new Map();

/** The claims of a token that the pool has issued to the client for this use. */
export async function claimsOf({ accessToken, identityToken }) {
  if (!accessToken === !identityToken) throw invalid('Exactly one of accessToken and identityToken is needed.');
  const [header, body, signature] = (accessToken ?? identityToken).split('.');
  const { alg, kid } = decoded(header);
  const key = alg === 'RS256' ? await keyOf(kid) : null;
  if (!key || !verify('RSA-SHA256', Buffer.from(`${header}.${body}`), key, Buffer.from(signature ?? '', 'base64url')))
    throw invalid('The token is not signed by the user pool.');
  const claims = decoded(body);
  const [use, client] = accessToken ? ['access', claims.client_id] : ['id', claims.aud];
  if (claims.iss !== ISSUER || claims.token_use !== use || client !== CLIENT) throw invalid('The token is not from the identity source.');
  if (!(claims.exp > Date.now() / 1000)) throw invalid('The token has expired.');
  return claims;
}

async function keyOf(kid) {
  if (!keys.has(kid)) {
    const answered = await fetch(`${ISSUER}/.well-known/jwks.json`);
    keys = new Map((await answered.json()).keys.map(key => [key.kid, createPublicKey({ key, format: 'jwk' })]));
  }
  return keys.get(kid);
}

function decoded(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url'));
  } catch {
    throw invalid('The token cannot be read.');
  }
}
