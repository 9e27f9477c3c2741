import { readFileSync } from 'node:fs';
import { instantOf } from './zones.mjs';

const DAY = 86_400_000;
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const file = process.env.M365_CALENDAR_FILE ?? new URL('calendar.json', import.meta.url);

/** The file as it is now: whoever edits it sees the change with the next request. */
export const readCalendar = () => JSON.parse(readFileSync(file, 'utf8'));

/** The events that overlap [from, until), series expanded, as Graph writes them. All-day events are matched as if they were in UTC. */
export function eventsBetween(events, from, until) {
  return events
    .flatMap((event, index) => occurrences(event, index, from, until))
    .filter((event) => event.ends > from && event.begins < until)
    .sort((a, b) => a.begins - b.begins)
    .map(({ begins, ends, ...event }) => ({ ...event, start: time(begins), end: time(ends) }));
}

function occurrences(event, index, from, until) {
  if (event.allDay) {
    const begins = Date.parse(`${event.allDay}T00:00Z`);
    return [graphEvent(event, `${index}`, 'singleInstance', begins, begins + (event.days ?? 1) * DAY)];
  }
  const zone = event.timeZone ?? 'UTC';
  if (!event.weekly)
    return [graphEvent(event, `${index}`, 'singleInstance', instantOf(event.start, zone), instantOf(event.end, zone))];
  const found = [];
  for (let day = Math.floor(from / DAY) * DAY - 2 * DAY; day < until + DAY; day += DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    if (!event.weekly.includes(DAYS[new Date(day).getUTCDay()]) || event.except?.includes(date)) continue;
    if ((event.starts && date < event.starts) || (event.ends && date > event.ends)) continue;
    // "until" before "from" is on the next day: a shift over midnight.
    const last = event.until > event.from ? date : new Date(day + DAY).toISOString().slice(0, 10);
    found.push(graphEvent(event, `${index}-${date}`, 'occurrence', instantOf(`${date}T${event.from}`, zone), instantOf(`${last}T${event.until}`, zone)));
  }
  return found;
}

function graphEvent(event, id, type, begins, ends) {
  return {
    '@odata.etag': `W/"${id}"`, id: `AAMkEvent${id}=`, subject: event.subject ?? '', isAllDay: Boolean(event.allDay),
    isCancelled: event.isCancelled ?? false, showAs: event.showAs ?? 'busy', sensitivity: event.sensitivity ?? 'normal', type,
    categories: event.categories ?? [], responseStatus: { response: event.response ?? 'organizer', time: '0001-01-01T00:00:00Z' }, begins, ends,
  };
}

// Seven decimals and no offset: the zone stands beside it.
const time = (instant) => ({ dateTime: new Date(instant).toISOString().replace(/Z$/, '0000'), timeZone: 'UTC' });
