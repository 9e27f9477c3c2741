import { ApiProblem } from './api-problem';

/** Sends a request to the API. Throws an ApiProblem when it is refused, fails, or does not arrive. */
export async function send<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await answerTo(path, init);
  if (!response.ok) {
    throw await ApiProblem.from(response);
  }
  return (await response.json()) as T;
}

async function answerTo(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) {
      throw error;
    }
    throw ApiProblem.unreachable();
  }
}
