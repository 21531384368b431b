import { TidemarkError } from '@tidemark/contracts/errors';
import type { Dispatcher } from 'undici';
import { lossOf, type Errand, type Outcome } from './errand.ts';
import type { Replica } from './replica.ts';

/** A request as any replica may get it, and get it again. */
export interface Call {
  method: Dispatcher.HttpMethod;
  /** Path and query, as the client wrote them. */
  path: string;
  headers: Record<string, string | string[]>;
  /** Whole, so that it can be sent again. */
  body: Buffer | null;
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal;
}

/** An HTTP request; only GET and HEAD are repeatable, whatever other methods promise. */
export function httpErrand(call: Call): Errand<Dispatcher.ResponseData> {
  return {
    repeatable: call.method === 'GET' || call.method === 'HEAD',
    signal: call.signal,
    send: (replica, ms) => send(call, replica, ms),
    discard: (response) => response.body.dump(),
  };
}

async function send(
  call: Call,
  replica: Replica,
  ms: number,
): Promise<Outcome<Dispatcher.ResponseData>> {
  const headers = { ...call.headers, host: replica.address.host };
  try {
    const answer = await replica.request({ ...call, headers, headersTimeout: ms });
    return { kind: 'answered', answer, notReady: answer.statusCode === 503 };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'UND_ERR_HEADERS_TIMEOUT') {
      throw new TidemarkError('NOT_READY', 'No answer in time; try again.');
    }
    if (code === 'UND_ERR_INVALID_ARG') {
      throw new TidemarkError('INVALID_REQUEST', 'The request has characters that no URL has.');
    }
    return lossOf(error);
  }
}
