/** A scenario's id as people say it: `fire-real` is "Fire real", and `field-office/austin/flood` is "Flood". */
export function scenarioName(id: string): string {
  const words = (id.split('/').at(-1) ?? id).replaceAll(/[-_]+/g, ' ').trim() || id;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
