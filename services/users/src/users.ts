import type { Housekeeping } from '@tidemark/service/housekeeping';
import type { Service } from '@tidemark/service/service-module';
import type { Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import { assemble, type UsersParts } from './assemble.ts';
import type { UsersContext } from './context.ts';
import { usersHousekeeping } from './housekeeping.ts';
import { usersRoutes } from './plugin.ts';
import { usersMetrics } from './users-metrics.ts';

/** Keeps accounts, and says who somebody is. */
export class Users implements Service {
  readonly #parts: UsersParts;
  readonly #housekeeping: Housekeeping;
  readonly #stop = new AbortController();

  constructor({ metrics, ...ctx }: UsersContext & { metrics: Metrics }) {
    this.#parts = assemble(ctx, this.#stop.signal);
    usersMetrics(metrics, this.#parts);
    this.#housekeeping = usersHousekeeping(this.#parts);
  }

  async plugin(app: FastifyInstance): Promise<void> {
    await usersRoutes(app, this.#parts);
  }

  async start(): Promise<void> {
    await this.#parts.signingKeys.start();
    this.#housekeeping.start();
  }

  async stop(): Promise<void> {
    this.#stop.abort(new Error('users is stopping'));
    await this.#housekeeping.stop();
    await this.#settle();
  }

  waitingFor(): string | null {
    return null;
  }

  /** Finishes what goes on after its request was answered; mail comes last, since the others write some. */
  async #settle(): Promise<void> {
    const { holders, resetRequests, notices, outbox } = this.#parts;
    await Promise.all([holders.settled(), resetRequests.settled(), notices.settled()]);
    await outbox.stop();
  }
}
