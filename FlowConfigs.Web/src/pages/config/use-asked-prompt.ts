import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** For the element of a prompt: goes there, and into its text, where the address asks for that prompt. */
export function useAskedPrompt(key: string) {
  const element = useRef<HTMLElement>(null);
  const [asked] = useSearchParams();
  const isAsked = asked.get('prompt') === key;
  useEffect(() => {
    if (isAsked) {
      element.current?.scrollIntoView({ block: 'start' });
      element.current?.querySelector('textarea')?.focus({ preventScroll: true });
    }
  }, [isAsked]);
  return element;
}
