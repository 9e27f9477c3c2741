import { fetchAuthSession, signInWithRedirect, signOut } from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { Amplify, type AuthConfig } from '@aws-amplify/core';
import type { SignInSettings } from '../api/types';

/** Shows the provider's page at an address, and gives the address that it came back to; null when the person gave it up. */
export type AskForAnswer = (address: string) => Promise<string | null>;

export interface UserPool {
  /** Throws when the pool does not answer: that is no reason to sign in again. */
  accessToken(): Promise<string | null>;
  renewedToken(): Promise<string | null>;
  signIn(ask: AskForAnswer, withPassword: boolean): Promise<void>;
  signOut(): Promise<void>;
}

/** The pool by Amplify, which keeps and renews the tokens, and checks state and PKCE when somebody signs in. */
export async function openUserPool(settings: SignInSettings, url: string): Promise<UserPool> {
  const endpoint = url.startsWith('http:') ? (await import('./local-pool')).prepareLocalPool(settings.issuer, url) : undefined;
  const withoutPages = configOf(settings, endpoint);
  const withPages = configOf(settings, endpoint, new URL(url).host);
  configure(withoutPages);

  return {
    accessToken: () => token(),
    renewedToken: () => token({ forceRefresh: true }),
    signOut,
    async signIn(ask, withPassword) {
      // Tokens that the API refused: Amplify signs nobody in over them.
      await signOut();
      let here = window.location.href;
      configure(withPages);
      try {
        await signInWithRedirect({
          provider: { custom: settings.provider },
          options: {
            ...(withPassword ? { prompt: 'LOGIN' } : {}),
            authSessionOpener: async (address) => {
              const { pathname, search } = new URL(address);
              const answer = await ask(url + pathname + search);
              here = window.location.href;
              return answer === null ? { type: 'canceled' } : { type: 'success', url: answer };
            },
          },
        });
      } finally {
        configure(withoutPages);
        // Amplify takes it for a redirect, and leaves the callback's address.
        window.history.replaceState(window.history.state, '', here);
      }
    },
  };
}

async function token(options?: { forceRefresh: boolean }): Promise<string | null> {
  return (await fetchAuthSession(options)).tokens?.accessToken.toString() ?? null;
}

function configure(auth: AuthConfig): void {
  cognitoUserPoolsTokenProvider.setAuthConfig(auth);
  Amplify.configure({ Auth: auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });
}

/**
 * With the pages' domain Amplify would open them in this frame when signing out, where they refuse to be shown, and would take
 * every start for the end of a sign-in that another tab has under way.
 */
function configOf({ userPool, client }: SignInSettings, endpoint: string | undefined, domain?: string): AuthConfig {
  const callback = `${window.location.origin}/auth/callback.html`;
  const oauth = domain && {
    domain,
    scopes: ['openid', 'email', 'profile'],
    redirectSignIn: [callback],
    redirectSignOut: [callback],
    responseType: 'code' as const,
  };
  return {
    Cognito: {
      userPoolId: userPool,
      userPoolClientId: client,
      ...(endpoint && { userPoolEndpoint: endpoint }),
      ...(oauth && { loginWith: { oauth } }),
    },
  };
}
