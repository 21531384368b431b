import type { Clock } from '@tidemark/clock/clock';
import { Counter, type Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secureTransport } from '@tidemark/http/replies/security-headers';
import { answerKey } from './answer-key.ts';
import { KeptAnswers, type KeptAnswer } from './kept-answers.ts';
import { lead, type Leading, type Outcome } from './leading.ts';

/** Shorter than the pause between two prices of a coin, so that prices stay live, ms. */
const FRESH_MS = 250;
const MAX_ENTRIES = 1_000;
const MAX_BYTES = 16 * 1024 * 1024;
/** How many leaders that went away a request waits for before it goes by itself. */
const PATIENCE = 2;

export interface MicroCacheOptions {
  clock: Clock;
  metrics: Metrics;
  freshMs?: number;
  maxEntries?: number;
  maxBytes?: number;
}

/**
 * Answers reads that are the same for everybody from memory for a moment, and equal ones at the same time together: the
 * first goes to its route, the others wait for what it gets. A thousand cost one.
 */
export class MicroCache {
  readonly #kept: KeptAnswers;
  readonly #leading = new Map<string, Leading>();
  readonly #counts = { hit: 0, collapsed: 0, miss: 0 };

  constructor({ clock, metrics, ...bounds }: MicroCacheOptions) {
    const { freshMs = FRESH_MS, maxEntries = MAX_ENTRIES, maxBytes = MAX_BYTES } = bounds;
    this.#kept = new KeptAnswers({ clock, freshMs, maxEntries, maxBytes });
    countAnswers(metrics, this.#counts);
  }

  /** Answers the request, or lets it go on to its route. For a front door, once the request is let in. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const key = answerKey(request.raw);
    if (key === null) return;
    for (let waited = 0; waited <= PATIENCE; waited += 1) {
      const kept = this.#kept.get(key);
      const leading = kept ? undefined : this.#leading.get(key);
      if (kept) this.#send(request, reply, kept, 'hit');
      else if (!leading) this.#lead(key, request, reply);
      if (!leading) return;
      const outcome = await leading.outcome;
      // Whoever waited may have been told meanwhile that it takes too long.
      if (reply.sent || outcome === 'own') return;
      if (outcome !== 'lost') {
        this.#send(request, reply, outcome, 'collapsed');
        return;
      }
    }
  }

  #lead(key: string, request: FastifyRequest, reply: FastifyReply): void {
    const { access } = request.routeOptions.config;
    // A HEAD has no body to show the others.
    if (request.method !== 'GET' || (access !== 'public' && access !== 'elsewhere')) return;
    this.#counts.miss += 1;
    reply.header('cache-status', 'tidemark; fwd=miss');
    const leading = lead(request, (outcome) => this.#settled(key, outcome));
    this.#leading.set(key, leading);
    reply.raw.once('close', () => leading.settle('lost'));
  }

  #settled(key: string, outcome: Outcome): void {
    this.#leading.delete(key);
    if (typeof outcome === 'object') this.#kept.set(key, outcome);
  }

  #send(
    request: FastifyRequest,
    reply: FastifyReply,
    kept: KeptAnswer,
    how: 'hit' | 'collapsed',
  ): void {
    this.#counts[how] += 1;
    secureTransport(request, reply);
    reply.header('cache-status', how === 'hit' ? 'tidemark; hit' : 'tidemark; fwd=miss; collapsed');
    write(request, reply, kept);
  }
}

/**
 * Writes it as it is kept, with what is the request's own, past everything that is done with answers: that was done when
 * it was made.
 */
function write(request: FastifyRequest, reply: FastifyReply, { headers, body }: KeptAnswer): void {
  const all = [...headers];
  const own = reply.getHeaders();
  for (const name in own) {
    // The answer has its own, which says more.
    if (name !== 'vary') all.push(name, String(own[name]));
  }
  reply.hijack();
  reply.raw.writeHead(200, all);
  reply.raw.end(request.method === 'HEAD' ? undefined : body);
}

function countAnswers(metrics: Metrics, counts: Readonly<Record<string, number>>): void {
  new Counter({
    name: 'tidemark_micro_cache_answers_total',
    help: 'public reads answered from memory (hit), with an equal one (collapsed), or by their route (miss)',
    labelNames: ['result'],
    registers: [metrics],
    collect() {
      this.reset();
      for (const [result, count] of Object.entries(counts)) this.inc({ result }, count);
    },
  });
}
