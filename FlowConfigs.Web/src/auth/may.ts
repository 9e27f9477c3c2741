import type { MyRights, Right } from '../api/types';
import { useSession } from './session';

export type Kind = 'configs' | 'lists' | 'scenarios';

/** Whether the person has a right on a config, list or scenario. The server decides all the same. */
export type May = (right: Right, id: string, kind?: Kind) => boolean;

const everything = '/';

export const mayBy = (rights: readonly MyRights[]): May => (right, id, kind = 'configs') =>
  rights.some((place) => place[kind].includes(right) && covers(place.path, id));

const covers = (path: string, id: string) => path === everything || id === path || id.startsWith(`${path}/`);

export function useMay(): May {
  const session = useSession();
  return session.kind === 'signed-in' ? mayBy(session.me.rights) : () => session.kind === 'open';
}

/** Whether the person has a right anywhere at all: whether a page is of use to them. */
export type MayAnywhere = (right: Right, kind?: Kind) => boolean;

export function useMayAnywhere(): MayAnywhere {
  const session = useSession();
  return session.kind === 'signed-in'
    ? (right, kind = 'configs') => session.me.rights.some((place) => place[kind].includes(right))
    : () => session.kind === 'open';
}
