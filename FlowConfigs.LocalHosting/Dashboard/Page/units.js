// Numbers of instruments, with the unit that fits their size. Units are UCUM: https://ucum.org/ucum

const number = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3, notation: 'compact' });

const steps = {
  s: [[1, 's'], [1e-3, 'ms'], [1e-6, 'µs']],
  ms: [[1_000, 's'], [1, 'ms'], [1e-3, 'µs']],
  By: [[2 ** 30, 'GiB'], [2 ** 20, 'MiB'], [2 ** 10, 'KiB'], [1, 'B']],
};

/** 0.0042 s → 4.2 ms; 1536 By → 1.5 KiB; 3 {request} → 3. */
export function amountOf(value, unit) {
  if (value === null || value === undefined) {
    return '–';
  }
  const known = steps[unit];
  if (!known || value === 0) {
    const word = unit && !unit.startsWith('{') && unit !== '1' ? ` ${unit}` : '';
    return `${number.format(value)}${word}`;
  }
  const [size, name] = known.find(([least]) => Math.abs(value) >= least) ?? known.at(-1);
  return `${number.format(value / size)} ${name}`;
}

/** "requests per second" for {request}. */
export function unitInWords(unit, shows) {
  const things = /^\{(.+)\}$/.exec(unit)?.[1];
  const words = { s: 'time', ms: 'time', By: 'bytes', 1: '', '': '' };
  const what = things ? `${things}s` : words[unit] ?? unit;
  return shows === 'rate' ? `${what || 'times'} per second` : what;
}
