import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import { privateKeyOf } from '@tidemark/service/identity/identity-keys';
import { IdentitySigner } from '@tidemark/service/identity/identity-token';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import type { Logger } from '@tidemark/telemetry/logger';
import type { FastifyInstance } from 'fastify';
import { askElsewhere, askHere, type AskService } from './ask-service.ts';
import { ReplicaSet } from './replica-set.ts';
import { DEFAULT_TIMINGS } from './upstream-timings.ts';

export interface ServiceLinkOptions {
  /** Name of the service that is asked. */
  service: string;
  process: ProcessIdentity;
  /** Where it is when it does not run in this process. */
  origins: readonly string[] | undefined;
  /** `IDENTITY_KEY`; needed where the service does not run in this process. */
  key: string | undefined;
  clock: Clock;
  logger: Logger;
}

/** The way of one service to another: through this process's own routes, or to whichever of its replicas is ready. */
export class ServiceLink {
  /** Throws TidemarkError UPSTREAM_UNAVAILABLE or NOT_READY when nobody answers. */
  readonly ask: AskService;
  readonly #service: string;
  readonly #replicas: ReplicaSet | null = null;
  #root: FastifyInstance | undefined;

  constructor(options: ServiceLinkOptions) {
    const { service, process, origins, key, clock, logger } = options;
    this.#service = service;
    if (process.services.has(service)) {
      this.ask = askHere(() => this.#root);
    } else if (origins && key !== undefined) {
      const timings = DEFAULT_TIMINGS;
      const replicas = new ReplicaSet({ service, origins, clock, logger, timings });
      const to = { service, replicas, clock, timings, onRetry: () => undefined };
      this.#replicas = replicas;
      this.ask = askElsewhere(to, new IdentitySigner(privateKeyOf(key), clock));
    } else {
      this.ask = async () => {
        throw new TidemarkError('UPSTREAM_UNAVAILABLE', `There is no ${service} here.`);
      };
    }
  }

  /** Tells on which server this process's own routes are. */
  mount(app: FastifyInstance): void {
    this.#root = app;
  }

  async start(): Promise<void> {
    await this.#replicas?.start();
  }

  async stop(): Promise<void> {
    await this.#replicas?.stop();
  }

  /** Null once a replica was ready, or where the service runs here. */
  waitingFor(): string | null {
    return this.#replicas && !this.#replicas.seenReady ? this.#service : null;
  }
}
