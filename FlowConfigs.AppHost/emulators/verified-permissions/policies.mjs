import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';

const FOLDER = process.env.POLICIES ?? fileURLToPath(new URL('../../../aws-templates/policies', import.meta.url));

/** The files that are deployed to Amazon Verified Permissions: the schema, and a policy a file. */
export function readPolicies() {
  const schema = fs.readFileSync(path.join(FOLDER, 'schema.cedarschema'), 'utf8');
  const files = fs.readdirSync(FOLDER).filter(file => file.endsWith('.cedar')).sort();
  const staticPolicies = Object.fromEntries(
    files.map(file => [path.basename(file, '.cedar'), fs.readFileSync(path.join(FOLDER, file), 'utf8')]));
  return { schema, policies: { staticPolicies }, jsonFile: path.join(FOLDER, 'schema.json') };
}

/** What the engine says against the policies, a line each: AWS refuses such policies (validation mode STRICT). */
export function problemsOf({ schema, policies }) {
  const answer = cedar.validate({ schema, policies });
  return answer.type === 'failure'
    ? answer.errors.map(error => error.message)
    : [...answer.validationErrors, ...answer.validationWarnings].map(found => `${found.policyId}: ${found.error.message}`);
}

/** The schema in the form that CloudFormation takes. */
export function jsonOf(schema) {
  const answer = cedar.schemaToJsonWithResolvedTypes(schema);
  if (answer.type === 'failure') throw new Error(answer.errors.map(error => error.message).join('\n'));
  return `${JSON.stringify(answer.json, null, 2)}\n`;
}
