import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Query, queryFromAddress, queryToAddress } from './config-query';

/** What is asked of the list. It is part of the address, so that "back" comes back to it and a link can be sent. */
export function useQueryInAddress(): [Query, (query: Query) => void] {
  const [search, setSearch] = useSearchParams();
  const [query, setQuery] = useState(() => queryFromAddress(search));
  const inAddress = search.toString();
  useEffect(() => {
    const wanted = queryToAddress(query);
    // Only when it differs: every call is a navigation, and would call off one to a config that has just been asked for.
    if (new URLSearchParams(wanted).toString() !== inAddress) {
      setSearch(wanted, { replace: true });
    }
  }, [query, inAddress, setSearch]);
  return [query, setQuery];
}
