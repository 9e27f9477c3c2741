import type { ResolvedValue } from '../../api/types';
import { formatInZone } from '../../common/format-in-zone';
import { ownTimeZone } from '../../common/time-zones';
import { configMessages } from '../../messages/config';
import { useEditorState } from './editor-context';
import { liveFor } from './use-live-values';

const { live } = configMessages;

/** What callers get at this moment, large, while something holds above what is set; what is set comes second. */
export function LiveValue({ name, words }: { name: string; words: (value: string) => string }) {
  const held = liveFor(useEditorState().live, name);
  if (!held) {
    return null;
  }
  return (
    <>
      <div className="live-value">
        <div className="live-label">{live.now}</div>
        <div className="live-words as-typed wrap-anywhere" translate="no">{words(held.value)}</div>
        <div className="live-label">{whyOf(held)}</div>
      </div>
      <div className="live-then">{live.afterwards}</div>
    </>
  );
}

function whyOf({ reason: { source, name, until } }: ResolvedValue): string {
  const end = until ? formatInZone(until, ownTimeZone) : '';
  return source === 'scenario' ? live.scenario(name ?? '', end) : live.timedChange(end);
}
