import http from 'node:http';

/** Listens on the port that the AppHost gives in PORT, on loopback only. */
export function listen(name, handle) {
  const port = Number(process.env.PORT);
  http.createServer(handle).listen(port, '127.0.0.1', () => console.log(`${name} listens on http://localhost:${port}`));
}

export async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

export function answer(response, status, value, contentType = 'application/json') {
  response.writeHead(status, { 'content-type': contentType, 'access-control-allow-origin': '*' });
  response.end(JSON.stringify(value));
}

export function redirect(response, location) {
  response.writeHead(302, { location: String(location) });
  response.end();
}
