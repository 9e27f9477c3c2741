// https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_Operations.html
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { AwsError, invalid } from './aws-error.mjs';
import { contextOf, entitiesOf, uidOf } from './entities.mjs';
import { claimsOf } from './tokens.mjs';

export const STORE = 'local-flow-configs';
const NAMESPACE = 'FlowConfigs';
const MOST_REQUESTS = 30;
const CLAIMS = ['flow_configs_admin', 'flow_configs_manager', 'flow_configs_viewer'];

const operations = { IsAuthorizedWithToken, BatchIsAuthorizedWithToken };

export async function run(operation, body) {
  if (!operations[operation]) throw new AwsError('UnknownOperationException', `There is no operation ${operation} here.`);
  if (body.policyStoreId !== STORE) throw new AwsError('ResourceNotFoundException', `There is no policy store ${body.policyStoreId}.`);
  return operations[operation](body);
}

async function IsAuthorizedWithToken(body) {
  const { results: [{ decision, determiningPolicies, errors }], principal } =
    await BatchIsAuthorizedWithToken({ ...body, requests: [body] });
  return { principal, decision, determiningPolicies, errors };
}

async function BatchIsAuthorizedWithToken(body) {
  const { requests = [] } = body;
  if (requests.length < 1 || requests.length > MOST_REQUESTS) throw invalid(`requests must have 1-${MOST_REQUESTS} members.`);
  const claims = await claimsOf(body);
  const [principal, ...groups] = principalOf(claims);
  const entities = [principal, ...groups, ...entitiesOf(body.entities)];
  const results = requests.map(request =>
    ({ request, ...decide(principal.uid, request, entities, contextWith(claims, request, body)) }));
  return { principal: { entityType: principal.uid.type, entityId: principal.uid.id }, results };
}

// The pool's groups are the user's parents, whichever token is used.
function principalOf(claims) {
  const pool = claims.iss.split('/').at(-1);
  const groups = (claims['cognito:groups'] ?? []).map(id => entity('Group', id, []));
  return [entity('User', `${pool}|${claims.sub}`, groups.map(group => group.uid)), ...groups];
}

function entity(type, id, parents) {
  return { uid: { type: `${NAMESPACE}::${type}`, id }, attrs: {}, parents };
}

// An access token's claims come as context.token, as far as the schema names them; an identity token has none of ours.
function contextWith(claims, request, body) {
  const ours = Object.entries(body.accessToken ? claims : {})
    .filter(([name, value]) => CLAIMS.includes(name) && Array.isArray(value));
  return { ...contextOf(request.context), token: Object.fromEntries(ours) };
}

function decide(principal, request, entities, context) {
  const answer = cedar.statefulIsAuthorized({
    principal,
    action: { type: request.action.actionType, id: request.action.actionId },
    resource: uidOf(request.resource),
    context,
    entities,
    preparsedSchemaName: STORE,
    preparsedPolicySetId: STORE,
    validateRequest: true,
  });
  if (answer.type === 'failure') throw invalid(answer.errors.map(error => error.message).join('; '));
  const { decision, diagnostics } = answer.response;
  return {
    decision: decision.toUpperCase(),
    determiningPolicies: diagnostics.reason.map(policyId => ({ policyId })),
    errors: diagnostics.errors.map(({ error }) => ({ errorDescription: error.message })),
  };
}
