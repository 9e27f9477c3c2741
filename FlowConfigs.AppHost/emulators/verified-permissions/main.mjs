// Amazon Verified Permissions on this machine: its protocol (AWS JSON 1.0) before the Cedar engine that it is built on.
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { answer, bodyOf, listen } from '../common/http.mjs';
import { AwsError } from './aws-error.mjs';
import { run, STORE } from './operations.mjs';
import { problemsOf, readPolicies } from './policies.mjs';

const { schema, policies } = readPolicies();
const problems = problemsOf({ schema, policies });
if (problems.length > 0) throw new Error(problems.join('\n'));
cedar.preparseSchema(STORE, schema);
cedar.preparsePolicySet(STORE, policies);

listen('verified-permissions', async (request, response) => {
  if (request.method === 'GET') return answer(response, request.url === '/health' ? 200 : 404, {});
  try {
    const operation = /^VerifiedPermissions\.(\w+)$/.exec(request.headers['x-amz-target'] ?? '')?.[1];
    const result = await run(operation, JSON.parse(await bodyOf(request)));
    answer(response, 200, result, 'application/x-amz-json-1.0');
  } catch (error) {
    const { type, status } = error instanceof AwsError ? error : new AwsError('InternalServerException', '', 500);
    if (status === 500) console.error(error);
    answer(response, status, { __type: type, message: error.message }, 'application/x-amz-json-1.0');
  }
});
