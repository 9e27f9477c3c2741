import { useSession } from '../auth/session';

/** Whether the person is in: signed in, or where nobody has to sign in. */
export function useInside(): boolean {
  const { kind } = useSession();
  return kind === 'open' || kind === 'signed-in';
}
