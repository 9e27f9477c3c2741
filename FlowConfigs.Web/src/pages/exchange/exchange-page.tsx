import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearchParams } from 'react-router';
import { useMay } from '../../auth/may';
import { messages } from '../../messages';
import { exchangeMessages as texts } from '../../messages/exchange';
import { ExportSection } from './export-section';
import { ImportSection } from './import-section';

const root = '/';
/** The page of docs/ that vite/guide.ts makes. */
const guide = '/moving-from-elsewhere.html';

/** An environment as files, both ways. */
export function ExchangePage() {
  const [search] = useSearchParams();
  const mayImport = useMay()('manage', root);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={texts.description}>
          {texts.title}
        </Header>
      }
    >
      <title>{messages.app.title(texts.title)}</title>
      <SpaceBetween size="l">
        <Link href={guide} external>
          {texts.guide}
        </Link>
        <ExportSection path={search.get('path') ?? ''} />
        {mayImport && <ImportSection />}
      </SpaceBetween>
    </ContentLayout>
  );
}
