import type { Housekeeping } from '@tidemark/service/housekeeping';
import type { Service } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { alertsMetrics } from './alerts-metrics.ts';
import { assemble, type AlertsParts } from './assemble.ts';
import type { AlertsContext } from './context.ts';
import { alertsHousekeeping } from './housekeeping.ts';
import { mountAlerts } from './plugin.ts';

/** Watches prices for people, and says once what came true. */
export class AlertsService implements Service {
  readonly #parts: AlertsParts;
  readonly #housekeeping: Housekeeping;

  constructor(ctx: AlertsContext) {
    this.#parts = assemble(ctx);
    this.#housekeeping = alertsHousekeeping(this.#parts);
    alertsMetrics(ctx.metrics, this.#parts);
  }

  async plugin(app: FastifyInstance): Promise<void> {
    this.#parts.market.mount(app);
    this.#parts.users.mount(app);
    await mountAlerts(app, this.#parts);
  }

  async start(): Promise<void> {
    const { market, users, definitions, evaluator, lookbacks, announcer, deliverer } = this.#parts;
    await Promise.all([market.start(), users.start()]);
    await definitions.start();
    await evaluator.start();
    lookbacks.start();
    announcer.start();
    deliverer.start();
    this.#housekeeping.start();
  }

  async stop(): Promise<void> {
    const { market, users, definitions, evaluator, lookbacks, announcer, deliverer, senders } =
      this.#parts;
    await Promise.all([lookbacks.stop(), this.#housekeeping.stop()]);
    await evaluator.stop();
    await definitions.stop();
    await announcer.stop();
    await deliverer.stop();
    await senders.close();
    await Promise.all([market.stop(), users.stop()]);
  }

  /** For nobody: while no prices come, nothing fires, and users is asked once an hour. */
  waitingFor(): string | null {
    return null;
  }
}
