import type { Clock } from '@tidemark/clock/clock';
import { absentServices, type KnownService } from '@tidemark/contracts/services';
import { privateKeyOf } from '@tidemark/service/identity/identity-keys';
import { IdentitySigner } from '@tidemark/service/identity/identity-token';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import type { UpstreamConfig } from '../config.ts';
import { ApiReader } from './api-reader.ts';
import type { Forwarding } from '@tidemark/service-calls/forward';
import { proxyHttp } from './http-proxy.ts';
import type { LookupAll } from '@tidemark/service-calls/replica-address';
import { ReplicaSet } from '@tidemark/service-calls/replica-set';
import { askElsewhere, type AskService } from '@tidemark/service-calls/ask-service';
import { upstreamMetrics, type UpstreamMetrics } from './upstream-metrics.ts';
import { DEFAULT_TIMINGS, type UpstreamTimings } from '@tidemark/service-calls/upstream-timings';

export interface UpstreamsOptions {
  config: UpstreamConfig;
  process: ProcessIdentity;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  timings?: Partial<UpstreamTimings>;
  lookup?: LookupAll;
}

interface Upstream {
  service: KnownService;
  origins: readonly string[];
  to: Forwarding;
  signer: IdentitySigner;
}

/** The services that run in other processes, and the way there. */
export class Upstreams {
  readonly #options: UpstreamsOptions;
  readonly #metrics: UpstreamMetrics;
  readonly #upstreams: readonly Upstream[];

  /** Services whose replicas, or the key, are not configured are left out: `upstreamFaults` refuses the start before. */
  constructor(options: UpstreamsOptions) {
    this.#options = options;
    this.#metrics = upstreamMetrics(options.metrics, () =>
      this.#upstreams.map(({ to }) => [to.service, to.replicas.readyCount]),
    );
    this.#upstreams = absentServices(options.process.services).flatMap((service) =>
      this.#upstreamOf(service),
    );
  }

  /** Mounts the paths of every absent service. */
  async mount(app: FastifyInstance): Promise<void> {
    for (const { service, to, signer } of this.#upstreams) {
      await proxyHttp(app, { service, to, signer });
      app.apiDocuments.add(new ApiReader(to));
    }
  }

  /** The way to ask a service elsewhere for ourselves; null where none is configured. */
  askerOf(name: string): AskService | null {
    const upstream = this.#upstreams.find(({ service }) => service.name === name);
    return upstream ? askElsewhere(upstream.to, upstream.signer) : null;
  }

  async start(): Promise<void> {
    for (const { service, origins } of this.#upstreams) {
      this.#options.logger.info({ service: service.name, origins }, `looking for ${service.name}`);
    }
    await Promise.all(this.#upstreams.map(({ to }) => to.replicas.start()));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#upstreams.map(({ to }) => to.replicas.stop()));
  }

  /** The services that no replica of was ready yet; one that was, and went away, does not count. */
  waitingFor(): string | null {
    const waited = this.#upstreams.filter(({ to }) => !to.replicas.seenReady);
    if (waited.length === 0) return null;
    return waited.map(({ service }) => service.name).join(', ');
  }

  #upstreamOf(service: KnownService): Upstream[] {
    const { config, clock, logger, lookup } = this.#options;
    const origins = config[service.variable];
    if (!origins || config.IDENTITY_KEY === undefined) return [];
    const signer = new IdentitySigner(privateKeyOf(config.IDENTITY_KEY), clock);
    const timings = { ...DEFAULT_TIMINGS, ...this.#options.timings };
    const { name } = service;
    const replicas = new ReplicaSet({
      service: name,
      origins,
      clock,
      logger,
      timings,
      ...(lookup && { lookup }),
    });
    const onRetry = (reason: string) => this.#metrics.retries.inc({ service: name, reason });
    const to = { service: name, replicas, clock, timings, onRetry };
    return [{ service, origins, to, signer }];
  }
}
