import type { Clock } from '@tidemark/clock/clock';

export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Monotonic ms of the clock: when it was asked for, and when its head was here. */
  sentAt: number;
  receivedAt: number;
}

const HEADERS = { accept: 'application/json', 'user-agent': 'tidemark' };

/**
 * GETs a URL with the platform's fetch, which keeps connections alive. The whole answer must be there within
 * `timeoutMs`.
 * @throws the signal's reason when it is aborted; Error when there is no answer
 */
export async function httpGet(
  url: URL,
  options: { clock: Clock; timeoutMs: number; signal?: AbortSignal | undefined },
): Promise<HttpAnswer> {
  const timeout = new AbortController();
  const cancel = options.clock.after(options.timeoutMs, () =>
    timeout.abort(new Error(`no answer within ${options.timeoutMs} ms`)),
  );
  const signals = options.signal ? [timeout.signal, options.signal] : [timeout.signal];
  try {
    const sentAt = options.clock.monotonic();
    const response = await fetch(url, { headers: HEADERS, signal: AbortSignal.any(signals) });
    const receivedAt = options.clock.monotonic();
    const { status, headers } = response;
    return { status, headers, text: await response.text(), sentAt, receivedAt };
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new Error(reasonOf(error), { cause: error });
  } finally {
    cancel();
  }
}

/** fetch says `fetch failed` and hides why in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
