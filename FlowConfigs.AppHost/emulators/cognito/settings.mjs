/** What the API and the web app are told too. */
export const POOL = 'local_flowconfigs';
export const CLIENT = 'flowconfigsweb';
export const BASE = `http://localhost:${process.env.PORT}`;

/** Whom the pool is federated to; in AWS the same that Amazon Connect signs in with. */
export const PROVIDER = 'ConnectSSO';
export const PROVIDER_URL = process.env.IDENTITY_PROVIDER_URL;
export const PROVIDER_CLIENT = 'cognito';
export const PROVIDER_SECRET = 'cognito-local-secret';

export const WEB_URL = process.env.WEB_URL;
