import { InvalidPasswordError, NotAuthorizedError } from 'cognito-local/lib/errors.js';
import { Router } from 'cognito-local/lib/server/Router.js';
import { challenge } from './srp.mjs';

const SRP_LIMIT_MS = 3 * 60_000;

/** Cognito's operations: those that cognito-local lacks or answers otherwise, and for the rest its own. */
export function operations(services) {
  const known = Router(services);
  const started = new Map();
  const own = { InitiateAuth, RespondToAuthChallenge, GetTokensFromRefreshToken, GlobalSignOut: async () => ({}) };
  return name => own[name] ?? known(name);

  async function InitiateAuth(context, request) {
    if (request.AuthFlow === 'USER_SRP_AUTH') return startSrp(context, request);
    try {
      return timed(await known('InitiateAuth')(context, request));
    } catch (error) {
      // Cognito does not tell a wrong password from an unknown user.
      throw error instanceof InvalidPasswordError ? new NotAuthorizedError('Incorrect username or password.') : error;
    }
  }

  async function startSrp(context, { ClientId, AuthParameters }) {
    const pool = await services.cognito.getUserPoolForClientId(context, ClientId);
    const user = await pool.getUserByUsername(context, AuthParameters.USERNAME);
    const srp = user && challenge(pool.options.Id.split('_')[1], user.Username, user.Password, AuthParameters.SRP_A);
    if (!srp) throw new NotAuthorizedError('Incorrect username or password.');
    started.set(srp.block, { srp, user, ClientId });
    setTimeout(() => started.delete(srp.block), SRP_LIMIT_MS).unref();
    return {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: srp.salt,
        SRP_B: srp.publicKey,
        SECRET_BLOCK: srp.block,
        USERNAME: user.Username,
        USER_ID_FOR_SRP: user.Username,
      },
    };
  }

  async function RespondToAuthChallenge(context, request) {
    if (request.ChallengeName !== 'PASSWORD_VERIFIER') return known('RespondToAuthChallenge')(context, request);
    const { PASSWORD_CLAIM_SECRET_BLOCK: block, TIMESTAMP, PASSWORD_CLAIM_SIGNATURE } = request.ChallengeResponses;
    const login = started.get(block);
    started.delete(block);
    if (!login?.srp.isProvenBy(TIMESTAMP, PASSWORD_CLAIM_SIGNATURE)) throw new NotAuthorizedError('Incorrect username or password.');
    const AuthParameters = { USERNAME: login.user.Username, PASSWORD: login.user.Password };
    return InitiateAuth(context, { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: login.ClientId, AuthParameters });
  }

  // Amplify renews with this operation only.
  function GetTokensFromRefreshToken(context, { ClientId, RefreshToken }) {
    return InitiateAuth(context, { AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters: { REFRESH_TOKEN: RefreshToken } });
  }
}

function timed(answer) {
  const result = answer.AuthenticationResult;
  return result ? { ...answer, AuthenticationResult: { ...result, ExpiresIn: 3600, TokenType: 'Bearer' } } : answer;
}
