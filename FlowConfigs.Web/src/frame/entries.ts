import type { MayAnywhere } from '../auth/may';
import { messages } from '../messages';

export interface Entry {
  to: string;
  text: string;
  /** Whether the person has anything to do there. The page and the server decide all the same. */
  shown: (may: MayAnywhere) => boolean;
}

/** The pages that the navigation leads to. */
export const entries: Entry[] = [
  { to: '/configs', text: messages.navigation.configs, shown: (may) => may('view', 'configs') },
  { to: '/emergency', text: messages.navigation.emergency, shown: (may) => may('view', 'scenarios') },
];
