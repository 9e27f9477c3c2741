import { useMutation, useQueryClient } from '@tanstack/react-query';
import { pathTo } from './configs';
import { send } from './http';

/** What an admin does to a whole config. */
export type ConfigAction =
  | { kind: 'create'; to: string; comment: string }
  | { kind: 'clone'; id: string; to: string; comment: string }
  | { kind: 'move'; id: string; version: number; to: string; comment: string }
  | { kind: 'delete'; id: string; version: number; children: boolean; aliases: boolean; comment: string };

const json = { 'Content-Type': 'application/json' };
const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

function run(action: ConfigAction): Promise<unknown> {
  const comment = action.comment.trim() || null;
  switch (action.kind) {
    case 'create':
      return send(`/api${pathTo(action.to)}`, { method: 'POST', headers: json, body: JSON.stringify({ comment }) });
    case 'clone':
      return send(`/api${pathTo(action.id)}/clone`, {
        method: 'POST', headers: json, body: JSON.stringify({ to: action.to, comment }),
      });
    case 'move':
      // With everything below it, and so that flows which ask for the old id go on working.
      return send(`/api${pathTo(action.id)}/move`, {
        method: 'POST',
        headers: { ...json, ...ifMatch(action.version) },
        body: JSON.stringify({ to: action.to, children: true, alias: true, comment }),
      });
    case 'delete': {
      const query = new URLSearchParams({ ...(action.children && { children: 'true' }), ...(action.aliases && { aliases: 'true' }), ...(comment && { comment }) });
      return send(`/api${pathTo(action.id)}?${query}`, { method: 'DELETE', headers: ifMatch(action.version) });
    }
  }
}

export function useConfigAction() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['configs'] }),
  });
}
