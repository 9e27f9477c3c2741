// Cognito's pre token generation trigger, event version V2_0, which puts into access tokens what the policies decide by.
// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
//
// A role is a group: flow-configs-admin, flow-configs-manager or flow-configs-viewer. After a colon it may name a path, as in
// flow-configs-manager:field-office/austin; the role then holds for that path only, and without a path for "/", which is everything.
// Each role has a claim with its own paths, so an admin of one office who views another is no admin there. Groups come from the pool,
// or from the identity provider by the attribute custom:groups.

const ROLE = /^flow-configs-(admin|manager|viewer)(?::(.+))?$/;

export const handler = async event => {
  const { userAttributes, groupConfiguration } = event.request;
  const groups = [...(groupConfiguration?.groupsToOverride ?? []), ...provided(userAttributes['custom:groups'])];
  event.response = {
    claimsAndScopesOverrideDetails: {
      accessTokenGeneration: { claimsToAddOrOverride: { email: userAttributes.email, ...pathsByRole(groups) } },
      groupOverrideDetails: { groupsToOverride: [...new Set(groups.map(withoutPath))] },
    },
  };
  return event;
};

function withoutPath(group) {
  const role = ROLE.exec(group);
  return role ? `flow-configs-${role[1]}` : group;
}

function pathsByRole(groups) {
  const claims = {};
  for (const [, role, path = '/'] of groups.map(group => ROLE.exec(group)).filter(match => match)) {
    const claim = `flow_configs_${role}`;
    claims[claim] = [...new Set([...(claims[claim] ?? []), path])];
  }
  return claims;
}

// Cognito writes an attribute of several values as [a, b], or as a JSON array.
function provided(attribute) {
  return (attribute ?? '').replace(/^\[|\]$/g, '').split(',').map(name => name.trim().replace(/^"|"$/g, '')).filter(name => name);
}
