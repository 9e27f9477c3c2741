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
  { to: '/callers', text: messages.navigation.callers, shown: (may) => may('view', 'configs') },
  { to: '/emergency', text: messages.navigation.emergency, shown: (may) => may('view', 'scenarios') },
  { to: '/lists', text: messages.navigation.lists, shown: (may) => may('view', 'lists') },
  { to: '/translations', text: messages.navigation.completeness, shown: (may) => may('view', 'configs') },
  { to: '/activity', text: messages.navigation.activity, shown: (may) => may('view', 'configs') },
  { to: '/recent-callers', text: messages.navigation.recentCallers, shown: (may) => may('viewCalls') },
  { to: '/office-calendar', text: messages.navigation.officeCalendar, shown: (may) => may('viewCalendar') },
  { to: '/mail', text: messages.navigation.mail, shown: (may) => may('viewMail') },
  { to: '/exchange', text: messages.navigation.exchange, shown: (may) => may('view', 'configs') },
  { to: '/settings', text: messages.navigation.settings, shown: (may) => may('manage') },
];
