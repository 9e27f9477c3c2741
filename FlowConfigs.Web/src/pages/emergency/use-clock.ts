import { useEffect, useState } from 'react';

/** The time, kept up to date every few seconds: what is near its end is seen to be. */
export function useClock(everySeconds = 5): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), everySeconds * 1000);
    return () => window.clearInterval(timer);
  }, [everySeconds]);
  return now;
}
