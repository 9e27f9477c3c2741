import { messages } from '../messages';
import { useDesignerView } from './designer-view';

export type ShownName = (key: string, displayName: string | null | undefined) => string;

/** The display name where there is one; a designer sees the key, or the id, that flows read behind it. */
export const shownName = (isDesigner: boolean): ShownName => (key, displayName) =>
  !displayName || displayName === key ? key : isDesigner ? messages.designers.named(displayName, key) : displayName;

export function useShownName(): ShownName {
  const [isDesigner] = useDesignerView();
  return shownName(isDesigner);
}
