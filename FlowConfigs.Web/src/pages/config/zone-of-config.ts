import type { Config } from '../../api/types';
import { isKnownZone, ownTimeZone } from '../../common/time-zones';

const zoneVariable = 'CalendarTimeZone';

/** The time zone of an office that names one, itself or by what it inherits; the person's own otherwise. */
export function zoneOfConfig({ variables, overrides, inherited }: Config): string {
  const variable = [...variables, ...inherited.variables].find(({ name }) => name === zoneVariable);
  const zone = overrides[zoneVariable]?.value ?? variable?.value ?? '';
  return zone !== '' && isKnownZone(zone) ? zone : ownTimeZone;
}
