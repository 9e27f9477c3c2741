import { useEffect, useState } from 'react';

const tick = 15_000;

/** The time, again and again, so that what ends by itself is seen to end. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), tick);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}
