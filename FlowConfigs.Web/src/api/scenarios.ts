import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { tokenOf } from './configs';
import { send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type ScenarioSummary = Schemas['ScenarioSummary'];
export type Scenario = Schemas['ScenarioResponse'];
export type ScenarioValues = Schemas['ScenarioResponse']['values'];
export type ScenarioRun = Schemas['ScenarioRun'];
export type ScenarioPreview = Schemas['ScenarioPreviewResponse'];
export type ScenarioEffect = Schemas['ScenarioEffect'];
export type KeyEffect = Schemas['KeyEffect'];
export type LiveAnswer = Schemas['LiveCheckResponse'];

const scenariosKey = ['scenarios'] as const;
const json = { 'Content-Type': 'application/json' };
const addressOf = (id: string) => `/api/scenarios/${encodeURIComponent(tokenOf(id))}`;

export const pathToScenario = (id: string) => `/emergency/${encodeURIComponent(tokenOf(id))}`;

/** How often a page that stays open looks whether a scenario has been switched on or off elsewhere. */
const lookAgain = 20_000;

/** @param known Shown, as placeholder data, until the answer comes. */
export function useScenarios(enabled = true, known?: ScenarioSummary[]) {
  return useQuery({
    queryKey: scenariosKey,
    queryFn: ({ signal }) => send<ScenarioSummary[]>('/api/scenarios', { signal }),
    refetchInterval: lookAgain,
    placeholderData: known,
    enabled,
  });
}

export function useScenario(id: string, enabled = true) {
  return useQuery({
    queryKey: [...scenariosKey, id],
    queryFn: ({ signal }) => send<Scenario>(addressOf(id), { signal }),
    enabled,
  });
}

export const scenarioPreview = (id: string) =>
  queryOptions({
    queryKey: [...scenariosKey, id, 'preview'],
    queryFn: ({ signal }) => send<ScenarioPreview>(`${addressOf(id)}/preview`, { signal }),
  });

export const readScenarioPreview = (id: string) => send<ScenarioPreview>(`${addressOf(id)}/preview`);

export interface ScenarioStart {
  /** A time on the wall clock of the time zone, or an instant with an offset of its own. */
  until: string;
  timeZone: string;
  comment: string | null;
  /** The version of each config as the preview showed it; null takes them as they are. */
  versions: Record<string, number> | null;
}

export const turnScenarioOn = (id: string, { versions, ...start }: ScenarioStart) =>
  send<Scenario>(`${addressOf(id)}/on`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(versions ? { ...start, versions } : start),
  });

export const turnScenarioOff = (id: string) =>
  send<Scenario>(`${addressOf(id)}/off`, { method: 'POST', headers: json, body: JSON.stringify({ comment: null }) });

/** What the next contact gets, from getConfig itself. */
export const readLive = (id: string) =>
  send<LiveAnswer>('/api/live-check', { method: 'POST', headers: json, body: JSON.stringify({ id }) });

/** Forgets what a scenario that was switched or saved may have changed: scenarios, and the values of configs. */
export function useForgetScenarios() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: scenariosKey });
    void queries.invalidateQueries({ queryKey: ['config'] });
    void queries.invalidateQueries({ queryKey: ['configs'] });
  };
}

export interface ScenarioSave {
  id: string;
  /** 0 creates it. */
  basedOn: number;
  description: string;
  values: ScenarioValues;
  comment: string | null;
}

export function useSaveScenario() {
  const forget = useForgetScenarios();
  return useMutation({
    mutationFn: ({ id, basedOn, ...body }: ScenarioSave) =>
      send<Scenario>(addressOf(id), {
        method: 'PUT',
        headers: basedOn > 0 ? { ...json, 'If-Match': `"${basedOn}"` } : json,
        body: JSON.stringify(body),
      }),
    onSuccess: forget,
  });
}

export interface ScenarioDraft {
  /** Undefined for a new one. */
  id?: string | undefined;
  description: string;
  values: ScenarioValues;
}

/** What is wrong with a scenario that is not saved yet, and what callers may hear wrong. */
export function useScenarioCheck({ id, ...draft }: ScenarioDraft, enabled: boolean) {
  return useQuery({
    queryKey: ['scenario-check', id, draft],
    queryFn: ({ signal }) =>
      send<Schemas['ScenarioCheckResponse']>(`/api/scenarios/check${id === undefined ? '' : `?id=${encodeURIComponent(tokenOf(id))}`}`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(draft),
        signal,
      }),
    enabled,
    gcTime: 60_000,
  });
}

export function useDeleteScenario() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      send<undefined>(addressOf(id), { method: 'DELETE', headers: { 'If-Match': `"${version}"` } }),
    // Of all scenarios only: the page of the one that is gone would ask for it once more before it is left.
    onSuccess: () => queries.invalidateQueries({ queryKey: scenariosKey, exact: true }),
  });
}
