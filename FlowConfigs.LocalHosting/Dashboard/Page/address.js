// What the address says: #/traces/<id>/<span>, #/logs?trace=<id>. Filters stand in it, so that it can be kept and sent on.

export function readAddress() {
  const url = new URL(location.hash.slice(1) || '/resources', 'http://dashboard');
  const [, page, ...parts] = url.pathname.split('/').map(decoded);
  return { page, parts, query: url.searchParams };
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** addressOf(['traces', id], { text: 'x', level: '' }): empty values are left out. */
export function addressOf(parts, values = {}) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  return `#/${parts.map(encodeURIComponent).join('/')}${query.size > 0 ? `?${query}` : ''}`;
}

/** Changes values of the query where one is, without a step back to it. */
export function changeQuery(values) {
  const { page, parts, query } = readAddress();
  history.replaceState(null, '', addressOf([page, ...parts], { ...Object.fromEntries(query), ...values }));
}
