import type { Cache, TokenAnswer } from '@tidemark/cache/cache';
import { TidemarkError } from '@tidemark/contracts/errors';
import { Counter, type Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../config.ts';
import { unnamedProxyOf } from '@tidemark/http/addresses/unnamed-proxy';
import { addressKeys } from '@tidemark/http/addresses/address-key';
import { classOf, rateClass, type RateClass } from './rate-class.ts';

export interface RateLimiterOptions {
  cache: Pick<Cache, 'takeToken'>;
  config: Pick<
    GatewayConfig,
    'RATE_LIMIT_GENERAL_PER_MIN' | 'RATE_LIMIT_AUTH_PER_MIN' | 'RATE_LIMIT_DATA_PER_MIN'
  >;
  metrics: Metrics;
}

/** Who asks for a WebSocket, and where. */
export interface UpgradeAsked {
  /** The client's address, proxies left out. */
  address: string;
  path: string;
  /** Null: nobody has signed in. */
  userId?: string | null;
}

/** A store that is away is asked again after this, s. */
const AWAY_RETRY_S = 5;

/**
 * Token buckets for each who asks and each class of paths, shared by all gateways through the cache. A bucket holds a
 * minute's requests. While the cache is away requests pass, but for those that guess secrets.
 */
export class RateLimiter {
  readonly #cache: Pick<Cache, 'takeToken'>;
  readonly #perMinute: Readonly<Record<RateClass, number>>;
  readonly #refused: Counter<'class' | 'reason'>;

  constructor({ cache, config, metrics }: RateLimiterOptions) {
    this.#cache = cache;
    this.#perMinute = {
      auth: config.RATE_LIMIT_AUTH_PER_MIN,
      data: config.RATE_LIMIT_DATA_PER_MIN,
      general: config.RATE_LIMIT_GENERAL_PER_MIN,
    };
    this.#refused = refusals(metrics);
  }

  /**
   * Counts a request against `request.identity`, or its address where nobody has signed in, and says on the answer what
   * is left.
   * @throws TidemarkError RATE_LIMITED; NOT_READY when a secret may be guessed and nobody can count
   */
  async limit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const of = classOf(request);
    if (!of) return;
    const answer = await this.#take(of, request.identity.userId, request.ip);
    if (answer) this.#tell(reply, of, answer);
    else if (of === 'auth') reply.header('retry-after', AWAY_RETRY_S);
    this.#judge(of, answer, request);
  }

  /**
   * Counts the opening of a WebSocket, together with the requests of the same class.
   * @throws TidemarkError RATE_LIMITED
   */
  async limitUpgrade({ address, path, userId = null }: UpgradeAsked): Promise<void> {
    const of = rateClass('GET', path, path) ?? 'general';
    this.#judge(of, await this.#take(of, userId, address));
  }

  /** The narrowest first: what an address is refused costs the networks that it is in nothing. */
  async #take(of: RateClass, userId: string | null, ip: string): Promise<TokenAnswer | undefined> {
    if (userId !== null && of !== 'auth') return this.#takeOne(of, `u:${userId}`, 1);
    let least: TokenAnswer | undefined;
    for (const { key, share } of addressKeys(ip)) {
      const answer = await this.#takeOne(of, `a:${key}`, share);
      if (!answer?.allowed) return answer;
      if (!least || answer.remaining < least.remaining) least = answer;
    }
    return least;
  }

  #takeOne(of: RateClass, key: string, share: number): Promise<TokenAnswer | undefined> {
    const perMinute = this.#perMinute[of] * share;
    const bucket = { capacity: perMinute, perSecond: perMinute / 60 };
    return this.#cache.takeToken(`rate:${of}:${key}`, bucket);
  }

  #tell(reply: FastifyReply, of: RateClass, answer: TokenAnswer): void {
    const perMinute = this.#perMinute[of];
    reply.header('ratelimit-limit', perMinute);
    reply.header('ratelimit-remaining', answer.remaining);
    // Whoever is refused waits until one more is allowed, not until all are.
    const wait = answer.allowed
      ? seconds(answer.fullInMs)
      : Math.max(1, seconds(answer.retryAfterMs));
    reply.header('ratelimit-reset', wait);
    reply.header('ratelimit-policy', `"${of}";q=${perMinute};w=60`);
    reply.header('ratelimit', `"${of}";r=${answer.remaining};t=${wait}`);
    if (!answer.allowed) reply.header('retry-after', wait);
  }

  #judge(of: RateClass, answer: TokenAnswer | undefined, request?: FastifyRequest): void {
    if (answer?.allowed || (!answer && of !== 'auth')) return;
    this.#refused.inc({ class: of, reason: answer ? 'empty' : 'away' });
    if (!answer) throw new TidemarkError('NOT_READY', 'Signing in is not possible now; try again.');
    const wait = Math.max(1, seconds(answer.retryAfterMs));
    throw new TidemarkError(
      'RATE_LIMITED',
      `More than ${this.#perMinute[of]} a minute; try again in ${wait} s.${request ? proxyHint(request) : ''}`,
    );
  }
}

/** Those who come by a proxy that is not believed share one bucket, and only the owner of this Tidemark can mend that. */
function proxyHint({ raw, server, identity }: FastifyRequest): string {
  const { trusts } = server.visitors;
  const proxy = identity.userId === null ? unnamedProxyOf(raw, trusts) : null;
  if (proxy === null) return '';
  return ` Everybody who comes through the proxy at ${proxy} counts as one until TRUSTED_PROXIES names it.`;
}

function seconds(ms: number): number {
  return Math.ceil(ms / 1000);
}

function refusals(metrics: Metrics): Counter<'class' | 'reason'> {
  return new Counter({
    name: 'tidemark_http_rate_limited_total',
    help: 'requests refused because too many came (empty), or because nobody could count (away)',
    labelNames: ['class', 'reason'],
    registers: [metrics],
  });
}
