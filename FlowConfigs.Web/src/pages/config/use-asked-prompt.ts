import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** For the element of a prompt that shows a language: goes there, and into its text, where the address asks for the two. */
export function useAskedPrompt(key: string, language: string) {
  const element = useRef<HTMLElement>(null);
  const [asked] = useSearchParams();
  const isAsked = asked.get('prompt') === key && (asked.get('language') ?? language) === language;
  useEffect(() => {
    if (isAsked) {
      element.current?.scrollIntoView({ block: 'start' });
      element.current?.querySelector('textarea')?.focus({ preventScroll: true });
    }
  }, [isAsked]);
  return element;
}
