import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import type { Config } from '../../api/types';
import { messages } from '../../common/messages';
import { TimeAgo } from '../../common/time-ago';

export function ConfigHeader({ config: { id, description, version, saved } }: { config: Config }) {
  return (
    <div>
      <Header variant="h1" description={description}>
        <span className="wrap-anywhere">{id}</span>
      </Header>
      <Box color="text-body-secondary" fontSize="body-s">
        {messages.config.version(version)}, {messages.config.saved} <TimeAgo at={saved.at} /> {messages.config.by(saved.by)}
        {saved.comment && <>: {messages.config.comment(saved.comment)}</>}
      </Box>
    </div>
  );
}
