import { mediaHook } from './media-hook';

/** Cloudscape's own breakpoint between a phone and the rest. */
export const useNarrowScreen = mediaHook('(max-width: 688px)');
