import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Config } from '../../api/types';
import { formatInZone } from '../../common/formats';
import { ownTimeZone } from '../../common/time-zones';
import { useNow } from '../../common/use-now';
import { configMessages } from '../../messages/config';
import { useEditorState } from './editor-context';
import { overridePath } from './values';
import { textAt } from './value-text';

/** At a value that callers do not get at the moment, because something holds above it for a time. */
export function HeldNote({ name }: { name: string }) {
  const { config } = useEditorState();
  const held = heldAbove(config, name, useNow());
  if (!held) {
    return null;
  }
  const value = typeof held.value === 'string' ? textAt(config, overridePath(name), held.value) : configMessages.times.otherTexts;
  return (
    <StatusIndicator type="warning">
      {configMessages.times.callersGet(value, formatInZone(held.until, held.timeZone))}
    </StatusIndicator>
  );
}

/** The layer on top: scenarios are above timed changes, and of each kind the one that began last. */
function heldAbove({ scenarios, changes, saved }: Config, key: string, now: Date) {
  const holding = (spans: { from: string; until: string; values: Config['overrides']; timeZone?: string }[]) =>
    spans.filter(({ from, until, values }) => key in values && (new Date(from) <= now || from <= saved.at) && now < new Date(until))
      .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))
      .at(-1);
  const top = holding(scenarios) ?? holding(changes);
  return top && { until: top.until, timeZone: top.timeZone ?? ownTimeZone, value: top.values[key]?.value };
}
