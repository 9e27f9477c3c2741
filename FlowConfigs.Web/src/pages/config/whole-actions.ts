import type { Right } from '../../api/types';

/** What an admin does with a config as a whole. */
export type WholeAction = 'details' | 'below' | 'clone' | 'move' | 'delete';

const needs: Record<WholeAction, Right> = { details: 'define', below: 'define', clone: 'define', move: 'delete', delete: 'delete' };

export function kindsOf(may: (right: Right) => boolean): WholeAction[] {
  return (Object.keys(needs) as WholeAction[]).filter((action) => may(needs[action]));
}
