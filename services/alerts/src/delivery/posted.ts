import { unescape } from 'node:querystring';
import { PostError } from '@tidemark/outgoing/post-error';
import type { PostAnswer, Poster, PostRequest } from '@tidemark/outgoing/post';
import { answerOf, failed, type Outcome } from './outcome.ts';

/** Answers that another try would get again. */
const PERMANENT = new Set([400, 401, 403, 404, 410, 413]);

export interface Posted {
  /** Null: nothing was answered. */
  answer: PostAnswer | null;
  outcome: Outcome;
}

/**
 * Posts once; what comes back, or why nothing does, as an outcome.
 * @param secrets what the log must not repeat
 * @throws the signal's reason when it is aborted
 */
export async function posted(
  poster: Poster,
  request: PostRequest,
  secrets: readonly string[],
  signal: AbortSignal,
): Promise<Posted> {
  try {
    const answer = await poster.post(request, signal);
    return { answer, outcome: outcomeOf(answer, secrets) };
  } catch (error) {
    if (!(error instanceof PostError)) throw error;
    const { permanent } = error;
    return { answer: null, outcome: failed(error.message, { permanent, secrets }) };
  }
}

function outcomeOf(
  { status, retryAfterMs, excerpt }: PostAnswer,
  secrets: readonly string[],
): Outcome {
  return {
    ok: status >= 200 && status < 300,
    answer: answerOf(
      excerpt ? `it answered ${status}: ${excerpt}` : `it answered ${status}`,
      secrets,
    ),
    retryAfterMs,
    permanent: PERMANENT.has(status),
  };
}

/** Parts of an address that may open something: user, password, path and query, as they stand there and decoded. */
export function secretsOfAddress(address: string): string[] {
  const url = URL.parse(address);
  if (!url) return [];
  const stood = [url.username, url.password, ...url.pathname.split('/')];
  return [...stood, ...stood.map((part) => unescape(part)), ...url.searchParams.values()];
}
