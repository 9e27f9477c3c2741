import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { useFollow } from './use-follow';
import { messages } from '../messages';
import { type Step, Trail } from './trail';
import { useNarrowScreen } from './use-narrow-screen';

/** Where a page of the desk stands. On a phone, and where a step leads nowhere, it has the lean form: Cloudscape's steps are all links. */
export function DeskTrail({ steps }: { steps: Step[] }) {
  const follow = useFollow();
  const narrow = useNarrowScreen();
  const items = steps.flatMap(({ text, to }, index) => (to || index === steps.length - 1 ? { text, href: to ?? '' } : []));
  return narrow || items.length < steps.length ? (
    <Trail steps={steps} />
  ) : (
    <div className="desk-trail">
      <BreadcrumbGroup ariaLabel={messages.app.trail} items={items} onFollow={follow} />
    </div>
  );
}
