import './calls.css';
import Box from '@cloudscape-design/components/box';
import type { Call } from '../../api/calls';
import { TimeAgo } from '../../common/time-ago';
import { callsMessages as texts } from '../../messages/calls';

/** A table at a desk; on a phone each call is a block of its own. */
export function CallsTable({ calls, masked }: { calls: Call[]; masked: boolean }) {
  return (
    <table className="calls">
      <thead>
        <tr>
          <th scope="col">{texts.number}</th>
          <th scope="col">{texts.vanity}</th>
          <th scope="col">{texts.at}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ contactId, number, vanity, at }) => (
          <tr key={contactId}>
            <th scope="row">{number ?? texts.withheld}</th>
            <td>
              <VanityNumbers vanity={vanity} none={masked ? texts.hidden : texts.noVanity} />
            </td>
            <td>
              <TimeAgo at={at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function VanityNumbers({ vanity, none }: { vanity: string[]; none: string }) {
  if (vanity.length === 0) {
    return <Box color="text-body-secondary">{none}</Box>;
  }
  return (
    <ol className="calls-vanity">
      {vanity.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ol>
  );
}
