import { matchPath } from 'react-router';
import { help } from '../messages/help';

/** How the page at an address is used, with the pattern of the address; null where there is nothing to say. */
export function helpOf(path: string) {
  const pattern = Object.keys(help).find((each) => matchPath(each, path)) ?? '';
  return { pattern, shown: help[pattern] ?? null };
}
