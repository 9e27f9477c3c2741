import { mediaHook } from './media-hook';

/** Cloudscape's own breakpoint between a phone and the rest. */
const narrow = '(max-width: 688px)';

export const useNarrowScreen = mediaHook(narrow);
export const isNarrowScreen = () => window.matchMedia(narrow).matches;
