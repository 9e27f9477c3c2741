// Connect's agent workspace on this machine: a page on an origin of its own that frames the web app, as the real one does.
import { readFile } from 'node:fs/promises';
import { answer, listen } from '../common/http.mjs';

const files = {
  '/': ['index.html', 'text/html'],
  '/workspace.css': ['workspace.css', 'text/css'],
  '/workspace.js': ['workspace.js', 'text/javascript'],
  '/app-host.js': ['app-host.js', 'text/javascript'],
  '/message-log.js': ['message-log.js', 'text/javascript'],
};

listen('workspace', async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/settings.json') return answer(response, 200, { app: process.env.WEB_URL });
  const [file, type] = files[pathname] ?? [];
  if (!file) return answer(response, 404, { error: 'There is nothing at this address.' });
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' });
  response.end(await readFile(new URL(`page/${file}`, import.meta.url)));
});
