import { ApiProblem } from './api-problem';
import type { PublicSettings } from './types';

/** A Region of an installation in AWS: where its API is, and how to sign in to it. */
export interface DeployedRegion {
  name: string;
  apiUrl: string;
  signIn: NonNullable<PublicSettings['signIn']>;
}

interface Deployment {
  regions: DeployedRegion[];
}

/**
 * Read once, before the router takes the address for its own: the agent workspace of each Region opens the app with its name, as
 * /?region=us-west-2.
 */
const asked = new URLSearchParams(globalThis.location?.search).get('region');

/**
 * What config.json says, which the installation writes: the app is built once for all of them. Null on a developer's machine, where
 * the API is on the app's own origin. Throws an ApiProblem when the file cannot be read.
 */
export async function readDeployedRegion(): Promise<DeployedRegion | null> {
  try {
    const response = await fetch('/config.json', { cache: 'no-cache' });
    return regionOf((await response.json()) as Deployment, asked);
  } catch {
    throw ApiProblem.unreachable();
  }
}

/** The Region of that name, else the first. One without a name is none: the installation has a single Region. */
export function regionOf({ regions }: Deployment, name: string | null): DeployedRegion | null {
  const there = regions.filter((region) => region.name !== '');
  return there.find((region) => region.name === name) ?? there[0] ?? null;
}
