import { ConsoleLogger } from '@aws-amplify/core';

/** Makes Amplify talk to the Cognito of a developer's machine, which has no certificate. Returns its address. */
export function prepareLocalPool(issuer: string, url: string): string {
  // It would warn of an endpoint that is not AWS's own.
  ConsoleLogger.LOG_LEVEL = 'ERROR';

  // Amplify writes https:// before the domain of the pages, whatever it is told.
  const { host } = new URL(url);
  const fetchAsTold = window.fetch.bind(window);
  window.fetch = (input, init) => fetchAsTold(input === `https://${host}/oauth2/token` ? `${url}/oauth2/token` : input, init);
  return new URL(issuer).origin;
}
