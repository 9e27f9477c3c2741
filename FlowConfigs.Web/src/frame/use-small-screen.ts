import { mediaHook } from '../common/media-hook';

/** A phone, a tablet held upright or a narrow frame: too small for the side navigation. The frame's style sheets have the same width. */
export const useSmallScreen = mediaHook('(max-width: 912px)');
