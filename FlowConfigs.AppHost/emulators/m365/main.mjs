// Microsoft 365 on this machine: the token endpoint and Graph on one port, with one tenant, one app and the mailbox of calendar.json.
import { setTimeout as wait } from 'node:timers/promises';
import { answer, bodyOf, listen } from '../common/http.mjs';
import { graph, refuse } from './graph.mjs';
import { state } from './settings.mjs';
import { expireTokens, issueToken } from './tokens.mjs';

listen('m365', async (request, response) => {
  try {
    await serve(request, response, new URL(request.url, `http://${request.headers.host}`));
  } catch (error) {
    console.error(error);
    refuse(response, 500, 'InternalServerError', error.message);
  }
});

async function serve(request, response, url) {
  if (url.pathname === '/health') return answer(response, 200, {});
  if (url.pathname.startsWith('/_')) return control(request, response, url.pathname);
  state.requests.push(`${request.method} ${url.pathname}${url.search}`);
  if (await fault(response, url)) return;
  const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(url.pathname)?.[1];
  if (tenant) return issueToken(response, tenant, new URLSearchParams(await bodyOf(request)), request.headers.host);
  if (url.pathname.startsWith('/v1.0/')) return graph(request, response, url);
  answer(response, 404, {});
}

// Faults on demand: {"status":429,"code":"TooManyRequests","retryAfter":2,"times":1,"delayMs":0,"path":"calendarView"}.
async function fault(response, url) {
  const found = state.faults.find((each) => each.times > 0 && url.pathname.includes(each.path ?? ''));
  if (!found) return false;
  found.times--;
  await wait(found.delayMs ?? 0);
  if (!found.status) return false;
  if (found.retryAfter !== undefined) response.setHeader('retry-after', String(found.retryAfter));
  refuse(response, found.status, found.code ?? 'ServiceUnavailable', 'As was asked for.');
  return true;
}

async function control(request, response, path) {
  const sent = request.method === 'POST' ? JSON.parse((await bodyOf(request)) || '{}') : {};
  switch (`${request.method} ${path}`) {
    case 'GET /_sent': return answer(response, 200, state.sent);
    case 'GET /_requests': return answer(response, 200, state.requests);
    case 'POST /_fault': state.faults = [{ times: 1, ...sent }]; break;
    case 'POST /_app': Object.assign(state, sent); break;
    case 'POST /_expire': expireTokens(); break;
    case 'POST /_clear': Object.assign(state, { faults: [], sent: [], requests: [] }); break;
    default: return answer(response, 404, {});
  }
  answer(response, 200, {});
}
