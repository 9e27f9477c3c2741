import { useState } from 'react';
import { useLocation } from 'react-router';
import { useScenarios } from '../api/scenarios';
import { useSession } from '../auth/session';
import { emergency } from '../frame/entries';
import { useInside } from '../frame/use-inside';
import { lastKnown } from './last-known';

/** Whether the emergency page can show the last known scenarios while the app finds out who is there. */
export function useOpensEarly(): boolean {
  const { kind } = useSession();
  const { pathname } = useLocation();
  return kind === 'starting' && pathname === emergency && lastKnown() !== null;
}

/**
 * The scenarios. A person who opens the emergency page is in a hurry, so this page shows the last known ones until the server answers.
 * `asOf` says from when they are; null once they are the server's.
 */
export function useScenariosOrLastKnown() {
  const { pathname } = useLocation();
  const [known] = useState(() => (pathname === emergency ? lastKnown() : null));
  const scenarios = useScenarios(useInside(), known?.scenarios);
  return { scenarios, asOf: scenarios.isPlaceholderData ? (known?.at ?? null) : null };
}
