import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { configMessages } from '../../messages/config';

/** How a contact flow reads the value, ready to be copied into one. */
export function KeyReference({ name }: { name: string }) {
  const reference = `$.External.${name}`;
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={reference}
      textToDisplay={
        <Box variant="span" fontSize="body-s" color="text-body-secondary">
          <span className="key-reference">{reference}</span>
        </Box>
      }
      copyButtonAriaLabel={configMessages.copy(reference)}
      copySuccessText={configMessages.copied}
      copyErrorText={configMessages.copyFailed}
    />
  );
}
