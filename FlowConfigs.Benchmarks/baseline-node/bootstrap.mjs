// What Lambda's own Node runtime does, over one kept connection: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
import http from 'node:http';
import { handler } from './dist/handler.mjs';

const [host, port, name] = process.env.AWS_LAMBDA_RUNTIME_API.split(/[:/]/);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const path = `/${name}/2018-06-01/runtime/invocation`;

function send(method, url, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, method, path: url, agent, headers: body ? { 'content-length': body.length } : {} });
    request.on('error', reject).on('response', (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
    });
    request.end(body);
  });
}

for (;;) {
  const next = await send('GET', `${path}/next`);
  const answer = await handler(JSON.parse(next.body));
  await send('POST', `${path}/${next.headers['lambda-runtime-aws-request-id']}/response`, Buffer.from(JSON.stringify(answer)));
}
