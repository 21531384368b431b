import type { Clock } from '@tidemark/clock/clock';
import { ALERT_FIRINGS } from '@tidemark/contracts/topics';
import type { EventBus, Subscription } from '@tidemark/event-bus/event-bus';
import { ConnectionPool } from '@tidemark/live-stream/connection-pool';
import { Encoded } from '@tidemark/live-stream/encoded';
import { unknownParameter } from '@tidemark/live-stream/refused';
import type { Upgrade } from '@tidemark/live-stream/upgrade-router';
import type { Metrics } from '@tidemark/telemetry/metrics';
import type { CredentialWatch } from './credential-watch.ts';
import { OwnReader } from './own-reader.ts';
import { callerOf } from './upgrade-callers.ts';

export interface AlertStreamOptions {
  bus: EventBus;
  clock: Clock;
  metrics: Metrics;
  watch: CredentialWatch;
}

/** `WS /ws/alerts`: what an account's alerts fire, as it is found out. What fired before is in `GET /api/alerts/firings`. */
export class AlertStream {
  readonly #options: AlertStreamOptions;
  readonly #pool: ConnectionPool;
  /** By account. */
  readonly #readers = new Map<string, Set<OwnReader>>();
  #subscription: Subscription | null = null;

  constructor(options: AlertStreamOptions) {
    this.#options = options;
    const { clock, metrics } = options;
    this.#pool = new ConnectionPool({ name: 'alerts', clock, metrics });
  }

  /** @throws TidemarkError UNAUTHORIZED */
  accept(upgrade: Upgrade): void {
    const caller = callerOf(upgrade);
    this.#pool.accept(upgrade, (connection) => {
      const { clock, watch } = this.#options;
      const { limits } = this.#pool;
      return new OwnReader(connection, {
        ...{ clock, limits, watch, caller, key: caller.identity.userId ?? '' },
        ...{ of: 'your alerts', readers: this.#readers, onOpen: () => undefined },
        refused: unknownParameter(upgrade.url.searchParams, []),
      });
    });
  }

  async start(): Promise<void> {
    this.#subscription = await this.#options.bus.subscribe(ALERT_FIRINGS, {
      onBatch: (messages) => {
        for (const { value } of messages) {
          const readers = this.#readers.get(value.user_id);
          if (!readers) continue;
          // Each is one of its own: a reader that is slow gets them all.
          const said = new Encoded(value.firing_id, { type: 'alert_firing', data: value });
          for (const reader of readers) reader.tell(value.user_id, said);
        }
      },
    });
  }

  /** Closes the connections there are, and refuses more. */
  disconnect(): Promise<void> {
    return this.#pool.close();
  }

  async stop(): Promise<void> {
    await this.#subscription?.close();
    await this.#pool.close();
  }
}
