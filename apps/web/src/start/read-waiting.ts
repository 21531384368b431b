import type { Readiness } from '@tidemark/contracts/health';
import { waitedFor } from '@tidemark/contracts/waited-for';
import { apiUrl } from '../api/api.config.ts';

const TIMEOUT_MS = 5_000;

function isReadiness(body: unknown): body is Readiness {
  return (
    typeof body === 'object' && body !== null && 'modules' in body && Array.isArray(body.modules)
  );
}

/** What the server waits for before it is ready, in words; null: nothing. Undefined: it does not say. */
export async function readWaiting(): Promise<string | null | undefined> {
  try {
    const answer = await fetch(apiUrl('/readyz'), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body: unknown = await answer.json();
    return isReadiness(body) ? waitedFor(body) : undefined;
  } catch {
    return undefined;
  }
}
