import http from 'node:http';
import { problemOf } from './this-machine.mjs';

/** Listens on the port that the AppHost gives in PORT, on loopback only, for programs here, its own pages and `pages`. */
export function listen(name, handle, pages = []) {
  const port = Number(process.env.PORT);
  http.createServer((request, response) => {
    const problem = problemOf(request, pages);
    return problem ? answer(response, 403, { message: problem }) : handle(request, response);
  }).listen(port, '127.0.0.1', () => console.log(`${name} listens on http://localhost:${port}`));
}

export async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

export function answer(response, status, value, contentType = 'application/json') {
  response.writeHead(status, { 'content-type': contentType });
  response.end(JSON.stringify(value));
}

export function redirect(response, location) {
  response.writeHead(302, { location: String(location) });
  response.end();
}
