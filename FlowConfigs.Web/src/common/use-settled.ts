import { useEffect, useState } from 'react';

/** The value once it has not changed for a while, so that not every key stroke asks the server. */
export function useSettled<T>(value: T, quiet = 600): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), quiet);
    return () => window.clearTimeout(timer);
  }, [value, quiet]);
  return settled;
}
