/** Everybody's password on a developer's machine; it opens nothing anywhere else. */
export const PASSWORD = 'Flow-Configs-1';

/** The accounts of the pool, and of the identity provider that it is federated to. */
export const ACCOUNTS = [
  account('admin', 'flow-configs-admin'),
  account('manager', 'flow-configs-manager'),
  account('viewer', 'flow-configs-viewer'),
  account('manager-austin', 'flow-configs-manager:field-office/austin'),
];

function account(name, group) {
  return { name, email: `${name}@example.com`, group };
}
