import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Sizes } from '../../api/types';
import { formatKilobytes } from '../../common/formats';
import { configMessages } from '../../messages/config';
import { labelOf } from './paths';
import { useDesignerView } from '../../common/designer-view';

const { sizes: texts } = configMessages;

/**
 * How near the config is to what Connect and DynamoDB take: 32 KB for an answer, 400 KB for an item. Whoever is no designer sees that it
 * comes near, and nothing before.
 */
export function SizesSection({ sizes, live }: { sizes: Sizes; live: boolean }) {
  const [isDesigner] = useDesignerView();
  if (!isDesigner && (sizes.warnings ?? []).length === 0) {
    return null;
  }
  return (
    <Container header={<Header variant="h2" description={live ? texts.live : undefined}>{texts.title}</Header>}>
      {isDesigner && (
        <div className="sizes">
          <Meter label={texts.answer} {...sizes.answer} />
          <Meter label={texts.item} {...sizes.item} />
        </div>
      )}
      <SpaceBetween size="xxs">
        {(sizes.warnings ?? []).map((warning) => <StatusIndicator key={warning} type="warning">{warning}</StatusIndicator>)}
      </SpaceBetween>
    </Container>
  );
}

interface MeterProps {
  label: string;
  bytes: number;
  limit: number;
  largestKeys: string[];
}

function Meter({ label, bytes, limit, largestKeys }: MeterProps) {
  const size = texts.of(formatKilobytes(bytes), formatKilobytes(limit));
  return (
    <div>
      <ProgressBar
        value={Math.min(100, (bytes / limit) * 100)}
        label={label}
        description={size}
        status="in-progress"
        ariaLabel={`${label}: ${size}`}
      />
      {largestKeys.length > 0 && (
        <Box color="text-body-secondary" fontSize="body-s">{texts.largest(largestKeys.map((key) => labelOf(key)).join(', '))}</Box>
      )}
    </div>
  );
}
