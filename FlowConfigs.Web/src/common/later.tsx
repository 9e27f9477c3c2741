import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { FailsAlone } from './fails-alone';
import { loadPart } from './load-part';
import { LostPartNotice } from './lost-part-notice';

interface LaterOptions<P> {
  /** Shown until it is there. */
  waiting?: ReactNode;
  /** Shown where it cannot be had; by default a notice that says why, and that nothing typed is lost. */
  instead?: (props: P) => ReactNode;
}

/**
 * A component that is fetched when it is first shown, or ahead by `preload`, and whose loss takes nothing else with it. One that is
 * there is shown at once: React shows what it had to wait for up to 300 ms later than it could.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, { waiting = null, instead }: LaterOptions<P> = {}) {
  const begin = () => lazy(async () => ({ default: await loadPart(load) }));
  let Part: ComponentType<P> = begin();

  function Later(props: P) {
    const [Shown, setShown] = useState(() => Part);
    const again = (retry: () => void) => () => {
      // React remembers that it failed, so another one is shown from now on.
      Part = begin();
      setShown(() => Part);
      retry();
    };
    return (
      <FailsAlone
        renderInstead={(error, retry) => (instead ? instead(props) : <LostPartNotice error={error} onRetry={again(retry)} />)}
      >
        <Suspense fallback={waiting}>
          <Shown {...props} />
        </Suspense>
      </FailsAlone>
    );
  }

  /** A failure is tried again, and said, where the component is shown. */
  const preload = () => load().then((loaded) => (Part = loaded)).then(() => undefined, () => undefined);
  return Object.assign(Later, { preload });
}

/** A page for the router, fetched when somebody goes there. */
export const page = (load: () => Promise<ComponentType>) => async () => ({ Component: await loadPart(load) });
