// Wall clocks to UTC, by the zones that Node brings.
const formats = new Map();

/** The instant of a wall clock such as 2026-12-01T09:00 in a zone; a time that the clock skips is the one an hour later. */
export function instantOf(wall, zone) {
  const asUtc = Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}Z`);
  const first = asUtc - offsetAt(asUtc, zone);
  return asUtc - offsetAt(first, zone);
}

/** Whether Graph takes it in outlook.timezone: IANA names, and those of Windows that have words. */
export function isZone(name) {
  if (WINDOWS.has(name)) return true;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

const WINDOWS = new Set(['UTC', 'Pacific Standard Time', 'Mountain Standard Time', 'Central Standard Time', 'Eastern Standard Time',
  'GMT Standard Time', 'W. Europe Standard Time', 'Romance Standard Time', 'New Zealand Standard Time', 'Hawaiian Standard Time']);

function offsetAt(instant, zone) {
  const parts = Object.fromEntries(formatOf(zone).formatToParts(new Date(instant)).map((part) => [part.type, Number(part.value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) - Math.floor(instant / 1000) * 1000;
}

function formatOf(zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    }));
  }
  return formats.get(zone);
}
