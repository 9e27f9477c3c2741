// Resources have colours, so that they are found again in a waterfall; the name always stands beside it.

const COLOURS = 8;

const known = [];

export function colourOf(resource) {
  if (!known.includes(resource)) {
    known.push(resource);
  }
  return known.indexOf(resource) % COLOURS;
}
