import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { messages } from '../messages';

interface NotFoundPageProps {
  title?: string;
  detail?: string;
}

export function NotFoundPage({
  title = messages.problems.notFound,
  detail = messages.problems.notFoundDetail,
}: NotFoundPageProps) {
  const navigate = useNavigate();
  return (
    <Box textAlign="center" padding={{ vertical: 'xxxl' }}>
      <title>{messages.app.title(title)}</title>
      <SpaceBetween size="m">
        <Box variant="h1" className="wrap-anywhere">
          {title}
        </Box>
        <Box color="text-body-secondary">{detail}</Box>
        <Button
          variant="primary"
          href="/configs"
          onFollow={(event) => {
            event.preventDefault();
            void navigate('/configs');
          }}
        >
          {messages.app.backToList}
        </Button>
      </SpaceBetween>
    </Box>
  );
}
