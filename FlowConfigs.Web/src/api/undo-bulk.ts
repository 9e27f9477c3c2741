import { useQueryClient } from '@tanstack/react-query';
import { messages } from '../messages';
import { ApiProblem } from './api-problem';
import { type BulkAction, type BulkChange, type BulkResult, forgetConfigs } from './bulk';
import { pathTo } from './configs';
import { send } from './http';

const overtaken = 412;

/** Restores the version before; refused where somebody has saved since. What was deleted comes back with its timed changes. */
const restore = (kind: BulkAction['kind'], { id, before, after }: BulkChange) =>
  send(`/api${pathTo(id)}/restore`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${after}"` },
    body: JSON.stringify({ version: String(before), ...(kind === 'delete' && { changes: true }), comment: messages.undo.comment }),
  });

/** Undoes what was done to each, the last first: parents come back before their children. One that is refused stops no other. */
export function useUndoBulk() {
  const queries = useQueryClient();
  return async (kind: BulkAction['kind'], done: readonly BulkChange[]): Promise<BulkResult['refused']> => {
    const refused: BulkResult['refused'] = [];
    for (const change of done.toReversed()) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as they were done
        await restore(kind, change);
      } catch (error) {
        const isOvertaken = error instanceof ApiProblem && error.status === overtaken;
        refused.push({ id: change.id, why: isOvertaken ? messages.undo.overtaken : String(error instanceof Error ? error.message : error) });
      }
    }
    await forgetConfigs(queries);
    return refused;
  };
}
