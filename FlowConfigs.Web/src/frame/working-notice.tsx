import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { messages } from '../messages';

const patience = 1000;

/** Anything that the server takes more than a second for is seen to be under way, on every page. */
export function WorkingNotice() {
  const busy = useIsFetching() + useIsMutating() > 0;
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) {
      return undefined;
    }
    const timer = window.setTimeout(() => setLate(true), patience);
    return () => {
      window.clearTimeout(timer);
      setLate(false);
    };
  }, [busy]);

  return (
    <div aria-live="polite" className="frame-working">
      {late && <span>{messages.app.working}</span>}
    </div>
  );
}
