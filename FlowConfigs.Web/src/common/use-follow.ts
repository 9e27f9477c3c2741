import { useNavigate } from 'react-router';

interface Followed {
  preventDefault(): void;
  detail: { href?: string };
}

/** For Cloudscape's links: goes there without loading the app again. A click for another tab is left to the browser. */
export function useFollow(): (event: Followed) => void {
  const navigate = useNavigate();
  return (event) => {
    event.preventDefault();
    void navigate(event.detail.href ?? '/');
  };
}
