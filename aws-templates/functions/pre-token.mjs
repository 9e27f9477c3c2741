// Cognito's pre token generation trigger, event version V2_0, which puts into access tokens what the policies decide by.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
//
// A role is a group: flow-configs-admin, flow-configs-manager or flow-configs-viewer. After a colon it may name a path, as in
// flow-configs-manager:field-office/austin. Whoever has a path anywhere is narrowed to the paths; whoever has none has "/", which
// is everything. Groups come from the pool, or from the identity provider by the attribute custom:groups.

const ROLE = /^(flow-configs-(?:admin|manager|viewer))(?::(.+))?$/;

export const handler = async event => {
  const { userAttributes, groupConfiguration } = event.request;
  const groups = [...(groupConfiguration?.groupsToOverride ?? []), ...provided(userAttributes['custom:groups'])];
  event.response = {
    claimsAndScopesOverrideDetails: {
      accessTokenGeneration: { claimsToAddOrOverride: { email: userAttributes.email, flow_configs_paths: paths(groups) } },
      groupOverrideDetails: { groupsToOverride: [...new Set(groups.map(group => ROLE.exec(group)?.[1] ?? group))] },
    },
  };
  return event;
};

function paths(groups) {
  const roles = groups.map(group => ROLE.exec(group)).filter(role => role);
  const named = roles.map(([, , path]) => path).filter(path => path);
  return named.length > 0 ? [...new Set(named)] : roles.length > 0 ? ['/'] : [];
}

// Cognito writes an attribute of several values as [a, b], or as a JSON array.
function provided(attribute) {
  return (attribute ?? '').replace(/^\[|\]$/g, '').split(',').map(name => name.trim().replace(/^"|"$/g, '')).filter(name => name);
}
