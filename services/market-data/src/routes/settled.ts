import { createHash } from 'node:crypto';
import type { Candle, CandlesView } from '@tidemark/contracts/candle';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Long enough to spare a chart its reads; not for good, since a venue may correct what it said, s. */
const KEPT_S = 300;

/**
 * Whether nothing about these bars is expected to change: each is final and whole, and no other can come before `to`,
 * epoch ms, which is null where a next page begins behind them.
 */
export function isSettled(bars: readonly Candle[], intervalMs: number, to: number | null): boolean {
  const last = bars.at(-1);
  if (!last || (to !== null && last.time + intervalMs < to)) return false;
  return bars.every(({ final, gap, lacking }) => final && !gap && lacking.length === 0);
}

/** Says on the answer that it may be kept, and whether whoever asks has it already (RFC 9110, 13.1.2). */
export function isKept(
  { headers }: Pick<FastifyRequest, 'headers'>,
  reply: Pick<FastifyReply, 'header'>,
  view: CandlesView,
): boolean {
  const digest = createHash('sha256').update(JSON.stringify(view)).digest('base64url');
  const tag = `"${digest.slice(0, 27)}"`;
  // Weak: the envelope around it has the time of each answer.
  reply.header('etag', `W/${tag}`);
  reply.header('cache-control', `public, max-age=${KEPT_S}`);
  const known = headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known?.some((one) => one === tag || one === '*') ?? false;
}

/** Whoever asks has it: no body. Of a route whose success has one. */
export function notModified<R>(reply: R): R {
  const plain: unknown = reply;
  void (plain as FastifyReply).code(304).send();
  return reply;
}
