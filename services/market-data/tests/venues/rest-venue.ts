import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import { createLogger } from '@tidemark/telemetry/logger';
import { FakeVenue } from './fake-venue.ts';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A REST side on loopback that answers by path; unanswered paths are 404. */
export interface RestVenue {
  venue: FakeVenue;
  /** Requests as `path?query`, in order. */
  asked: string[];
  /** Answers that come before those of `handle`, first to last. */
  failures: Answer[];
  handle: (url: URL) => Answer;
  stop(): Promise<void>;
}

export async function startRestVenue(): Promise<RestVenue> {
  const venue = await FakeVenue.start();
  const rest: RestVenue = {
    venue,
    asked: [],
    failures: [],
    handle: () => ({ status: 404, body: { message: 'NotFound' } }),
    stop: () => venue.stop(),
  };
  venue.onRequest = (request, response) => answer(rest, request, response);
  return rest;
}

function answer(rest: RestVenue, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://venue');
  rest.asked.push(url.pathname + url.search);
  const { status = 200, headers = {}, body } = rest.failures.shift() ?? rest.handle(url);
  response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A clock whose sleeps pass at once and are written down; `now` moves on with them. */
export function skippingClock(start = Date.now()): { clock: Clock; slept: number[] } {
  const slept: number[] = [];
  let now = start;
  const clock: Clock = {
    ...systemClock,
    now: () => now,
    monotonic: () => now - start,
    sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
  return { clock, slept };
}

export const silent = createLogger({ level: 'silent' });
