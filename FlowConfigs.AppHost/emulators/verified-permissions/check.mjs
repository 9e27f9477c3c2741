// Checks the policies against their schema, and schema.json against schema.cedarschema; --write writes schema.json.
import fs from 'node:fs';
import { jsonOf, problemsOf, readPolicies } from './policies.mjs';

const files = readPolicies();
const problems = problemsOf(files);
if (problems.length === 0) {
  const json = jsonOf(files.schema);
  if (process.argv.includes('--write')) fs.writeFileSync(files.jsonFile, json);
  else if (!fs.existsSync(files.jsonFile) || fs.readFileSync(files.jsonFile, 'utf8') !== json)
    problems.push('schema.json is not what schema.cedarschema says: npm --prefix FlowConfigs.AppHost/emulators run policies:write');
}

problems.forEach(problem => console.error(problem));
process.exitCode = problems.length > 0 ? 1 : 0;
