import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { answer, bodyOf } from '../common/http.mjs';
import { eventsBetween, readCalendar } from './calendar.mjs';
import { state } from './settings.mjs';
import { tokenProblem } from './tokens.mjs';
import { isZone } from './zones.mjs';

const AT_ONCE = 4;
const SEND_MILLISECONDS = 20;
const LONGEST_WINDOW = 1825 * 86_400_000;
const busy = new Map();

/** /v1.0/users/{mailbox}/…: https://learn.microsoft.com/graph/api/calendar-list-calendarview and …/user-sendmail */
export async function graph(request, response, url) {
  response.setHeader('request-id', randomUUID());
  if (request.headers['client-request-id']) response.setHeader('client-request-id', request.headers['client-request-id']);
  const problem = tokenProblem(request);
  if (problem) return refuse(response, 401, 'InvalidAuthenticationToken', problem);
  const [, user, ...rest] = url.pathname.slice('/v1.0/'.length).split('/').map(decodeURIComponent);
  if (url.pathname.startsWith('/v1.0/me')) return refuse(response, 400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  const calendar = readCalendar();
  const mailbox = user?.toLowerCase();
  if (calendar.otherMailboxes?.includes(mailbox)) return refuse(response, 403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  if (mailbox !== calendar.mailbox) return refuse(response, 404, 'ErrorInvalidUser', `The requested user '${user}' is invalid.`);

  const now = (busy.get(mailbox) ?? 0) + 1;
  busy.set(mailbox, now);
  try {
    if (now > AT_ONCE) {
      response.setHeader('retry-after', '1');
      return refuse(response, 429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.');
    }
    await serve(request, response, url, rest, calendar);
  } finally {
    busy.set(mailbox, busy.get(mailbox) - 1);
  }
}

async function serve(request, response, url, rest, calendar) {
  const path = rest.join('/');
  if (request.method === 'POST' && path === 'sendMail') return sendMail(request, response);
  if (request.method === 'GET' && path === 'calendars') {
    const [byDefault] = Object.keys(calendar.calendars);
    return answer(response, 200, { value: Object.entries(calendar.calendars).map(([id, name]) => ({ id, name, isDefaultCalendar: id === byDefault })) });
  }
  const id = rest[0] === 'calendars' ? rest[1] : Object.keys(calendar.calendars)[0];
  if (request.method === 'GET' && rest.at(-1) === 'calendarView') {
    if (!(id in calendar.calendars)) return refuse(response, 404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
    return calendarView(request, response, url, calendar, id);
  }
  refuse(response, 400, 'BadRequest', `Resource not found for the segment '${rest.at(-1)}'.`);
}

function calendarView(request, response, url, calendar, id) {
  const zone = /outlook\.timezone="([^"]*)"/.exec(request.headers.prefer ?? '')?.[1];
  if (zone && !isZone(zone))
    return refuse(response, 400, 'TimeZoneNotSupportedException', `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${zone}'.`);
  const [from, until] = ['startDateTime', 'endDateTime'].map((name) => instant(url.searchParams.get(name)));
  if (!(from < until))
    return refuse(response, 400, 'ErrorInvalidParameter', 'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.');
  if (until - from > LONGEST_WINDOW) return refuse(response, 400, 'ErrorInvalidRequest', 'The requested time window is too large.');
  const byDefault = Object.keys(calendar.calendars)[0];
  const events = eventsBetween(calendar.events.filter((event) => (event.calendar ?? byDefault) === id), from, until);
  const [top, skip] = [Number(url.searchParams.get('$top') ?? 10), Number(url.searchParams.get('$skip') ?? 0)];
  if (zone) response.setHeader('preference-applied', `outlook.timezone="${zone}"`);
  const next = new URL(url);
  next.searchParams.set('$top', String(top));
  next.searchParams.set('$skip', String(skip + top));
  answer(response, 200, {
    '@odata.context': `${url.origin}/v1.0/$metadata#users('${encodeURIComponent(calendar.mailbox)}')/calendarView`,
    value: events.slice(skip, skip + top),
    ...(events.length > skip + top && { '@odata.nextLink': next.href }),
  });
}

async function sendMail(request, response) {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return refuse(response, 415, 'RequestBodyRead', 'The content type is not supported.');
  const { message } = JSON.parse(await bodyOf(request));
  const headers = message.internetMessageHeaders ?? [];
  if (!message.toRecipients?.length) return refuse(response, 400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
  if (headers.length > 5) return refuse(response, 400, 'InvalidInternetMessageHeaderCollection', 'At most 5 headers.');
  if (headers.some((header) => !/^x-/i.test(header.name)))
    return refuse(response, 400, 'InvalidInternetMessageHeader', 'The internet message header name should start with x- or X-.');
  if (message.from) return refuse(response, 403, 'ErrorSendAsDenied', 'The user account does not have the right to send as another account.');
  await wait(SEND_MILLISECONDS);
  state.sent.push({ at: new Date().toISOString(), ...message });
  response.writeHead(202);
  response.end();
}

// Without an offset it is UTC.
const instant = (text) => (text ? Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`) : NaN);

export function refuse(response, status, code, message) {
  answer(response, status, {
    error: { code, message, innerError: { date: new Date().toISOString().slice(0, 19), 'request-id': response.getHeader('request-id'), 'client-request-id': response.getHeader('client-request-id') } },
  });
}
