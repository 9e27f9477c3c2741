import { type MayAnywhere, useMayAnywhere } from '../auth/may';
import { messages } from '../messages';
import { useInside } from './use-inside';

/** Never more than a click away, and not behind a button. */
export const emergency = '/emergency';

interface Entry {
  to: string;
  text: string;
  /** Where else the pages start that belong to it. */
  about?: string[];
  /** Whether the person has anything to do there. The page and the server decide all the same. */
  shown: (may: MayAnywhere) => boolean;
}

/** The pages that the navigation leads to. */
const entries: Entry[] = [
  { to: '/configs', text: messages.navigation.configs, about: ['/history', '/flow'], shown: (may) => may('view', 'configs') },
  { to: '/callers', text: messages.navigation.callers, shown: (may) => may('view', 'configs') },
  { to: emergency, text: messages.navigation.emergency, about: ['/emergency-scenarios'], shown: (may) => may('view', 'scenarios') },
  { to: '/lists', text: messages.navigation.lists, shown: (may) => may('view', 'lists') },
  { to: '/translations', text: messages.navigation.completeness, shown: (may) => may('view', 'configs') },
  { to: '/activity', text: messages.navigation.activity, shown: (may) => may('view', 'configs') },
  { to: '/recent-callers', text: messages.navigation.recentCallers, shown: (may) => may('viewCalls') },
  { to: '/office-calendar', text: messages.navigation.officeCalendar, shown: (may) => may('viewCalendar') },
  { to: '/mail', text: messages.navigation.mail, shown: (may) => may('viewMail') },
  { to: '/exchange', text: messages.navigation.exchange, shown: (may) => may('view', 'configs') },
  { to: '/settings', text: messages.navigation.settings, shown: (may) => may('manage') },
];

/** Those that the person has anything to do with; none before they are in. */
export function useEntries(): Entry[] {
  const may = useMayAnywhere();
  return useInside() ? entries.filter((entry) => entry.shown(may)) : [];
}
