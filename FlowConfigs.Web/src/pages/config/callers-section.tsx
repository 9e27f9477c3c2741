import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useState } from 'react';
import { later } from '../../common/later';
import { LoadingPage } from '../../common/loading-page';
import { useSettled } from '../../common/use-settled';
import { callersMessages } from '../../messages/callers';
import { draftOf } from './plan';
import type { Editor } from './use-editor';

const CallersAnswer = later(async () => (await import('../callers/callers-answer')).CallersAnswer, { waiting: <LoadingPage /> });

/** What callers get, asked for only where somebody wants to see it. */
export function CallersSection({ editor: { base, values, changes } }: { editor: Editor }) {
  const [open, setOpen] = useState(false);
  const settled = useSettled(values);
  const edited = changes.length > 0;
  return (
    <ExpandableSection
      variant="container"
      headerText={callersMessages.title}
      headerDescription={callersMessages.description}
      expanded={open}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {open && <CallersAnswer id={base.id} {...(edited && { draft: draftOf(base, settled) })} />}
    </ExpandableSection>
  );
}
