// The tenant and the app that this emulator knows, as the AppHost names them to the functions.
export const TENANT = '5b1e0b9e-6f0a-4d2c-9a3e-1f2d3c4b5a60';
export const CLIENT = 'c1a7e2d4-3b5f-4c6d-8e9f-0a1b2c3d4e5f';

/** What tests and developers change while it runs. */
export const state = {
  secret: 'Local-Secret-1',
  expiredSecret: 'Local-Expired-Secret',
  certificatePem: undefined,
  federated: undefined,
  tokenSeconds: 3599,
  faults: [],
  sent: [],
  requests: [],
};
