import { useState } from 'react';
import { useLocation } from 'react-router';
import { useScenarios } from '../api/scenarios';
import { useSession } from '../auth/session';
import { emergency } from '../frame/entries';
import { useInside } from '../frame/use-inside';
import { lastKnown } from './last-known';

/** Whether the emergency page has something to show before it is known who is there. */
export function useOpensWithKnown(): boolean {
  const { kind } = useSession();
  const { pathname } = useLocation();
  return kind === 'starting' && pathname === emergency && lastKnown() !== null;
}

/**
 * The scenarios. A person who opens the emergency page is in a hurry: until the server's answer comes, this page has them as this
 * browser knew them last. `knownAt` is null as soon as they are the server's.
 */
export function useScenariosAsKnown() {
  const { pathname } = useLocation();
  const [known] = useState(() => (pathname === emergency ? lastKnown() : null));
  const scenarios = useScenarios(useInside(), known?.scenarios);
  return { scenarios, knownAt: scenarios.isPlaceholderData ? (known?.at ?? null) : null };
}
