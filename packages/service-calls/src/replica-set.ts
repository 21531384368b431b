import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import { addressesOf, lookupAll, type LookupAll, type ReplicaAddress } from './replica-address.ts';
import { Replica } from './replica.ts';
import type { UpstreamTimings } from './upstream-timings.ts';

export interface ReplicaSetOptions {
  /** The name of the service. */
  service: string;
  /** As configured: `http://market-data:8000`. */
  origins: readonly string[];
  clock: Clock;
  logger: Logger;
  timings: UpstreamTimings;
  lookup?: LookupAll;
}

/** Requests that wait for a replica at once; more are refused without waiting. */
const MAX_WAITING = 1_000;

/** The replicas of one service: who they are, which of them are ready, and whose turn it is. */
export class ReplicaSet {
  readonly #options: ReplicaSetOptions;
  readonly #byOrigin = new Map<string, Replica>();
  /** The last known addresses of each configured origin: they stay while its name cannot be resolved. */
  readonly #addresses = new Map<string, readonly ReplicaAddress[]>();
  readonly #waiting = new Set<() => void>();
  #turn = 0;
  #seenReady = false;
  #resolving = false;
  #stopPolling: () => void = () => undefined;

  constructor(options: ReplicaSetOptions) {
    this.#options = options;
  }

  get replicas(): readonly Replica[] {
    return [...this.#byOrigin.values()];
  }

  get readyCount(): number {
    return this.replicas.filter(({ ready }) => ready).length;
  }

  get anyReady(): boolean {
    return this.replicas.some(({ ready }) => ready);
  }

  /** Some replica has been ready since the start. */
  get seenReady(): boolean {
    return this.#seenReady;
  }

  /** Looks at every replica once, and from then on every `pollMs`. */
  async start(): Promise<void> {
    const { clock, timings } = this.#options;
    this.#stopPolling = clock.every(timings.pollMs, () => {
      void this.#resolve();
      void this.#lookAtAll();
    });
    await this.#resolve();
    await this.#lookAtAll();
  }

  /** Closes every connection. Nothing may be asked of the set from now on. */
  async stop(): Promise<void> {
    this.#stopPolling();
    this.#wake();
    await Promise.all(this.replicas.map((replica) => replica.destroy()));
  }

  /**
   * The replica whose turn it is among those that are ready and not in `tried`; where none at all is ready, among all
   * that are not in `tried`. Null: none is left.
   */
  next(tried: ReadonlySet<Replica>): Replica | null {
    const all = this.replicas;
    const worthwhile = this.anyReady ? all.filter(({ ready }) => ready) : all;
    const left = worthwhile.filter((replica) => !tried.has(replica));
    this.#turn = (this.#turn + 1) % Number.MAX_SAFE_INTEGER;
    return left[this.#turn % left.length] ?? null;
  }

  /** Waits until a replica is ready, `ms` at most; answers whether one is. Too many waiting: answers at once. */
  async whenReady(ms: number, signal: AbortSignal): Promise<boolean> {
    if (this.anyReady || ms <= 0 || signal.aborted || this.#waiting.size >= MAX_WAITING) {
      return this.anyReady;
    }
    await new Promise<void>((resolve) => {
      const wake = () => {
        cancel();
        signal.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const cancel = this.#options.clock.after(ms, wake);
      signal.addEventListener('abort', wake);
      this.#waiting.add(wake);
    });
    return this.anyReady;
  }

  /** A connection to the replica was refused or broke: it is not asked again until it says that it is ready. */
  markLost(replica: Replica): void {
    if (replica.ready) this.#tell(replica, false);
    replica.ready = false;
  }

  async #lookAtAll(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => this.#look(replica)));
  }

  async #look(replica: Replica): Promise<void> {
    const changed = await replica.probe();
    if (changed) this.#tell(replica, replica.ready);
    if (!replica.ready) return;
    this.#seenReady = true;
    this.#wake();
  }

  /** A resolver that hangs holds up neither the probes nor the start. */
  async #resolve(): Promise<void> {
    if (this.#resolving) return;
    this.#resolving = true;
    const { origins, lookup = lookupAll, clock, timings } = this.#options;
    const found = Promise.all(
      origins.map(async (origin) => {
        const addresses = await addressesOf(origin, lookup).catch(() => null);
        if (addresses && addresses.length > 0) this.#addresses.set(origin, addresses);
      }),
    ).then(() => {
      this.#resolving = false;
      this.#adopt([...this.#addresses.values()].flat());
    });
    await Promise.race([found, clock.sleep(timings.probeMs)]);
  }

  #adopt(addresses: readonly ReplicaAddress[]): void {
    const wanted = new Map(addresses.map((address) => [address.origin, address]));
    for (const [origin, replica] of this.#byOrigin) {
      if (wanted.has(origin)) continue;
      this.#byOrigin.delete(origin);
      void replica.close().catch(() => undefined);
    }
    for (const [origin, address] of wanted) {
      if (this.#byOrigin.has(origin)) continue;
      const replica = new Replica(address, this.#options.timings);
      this.#byOrigin.set(origin, replica);
      void this.#look(replica);
    }
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  #tell(replica: Replica, ready: boolean): void {
    const { logger, service } = this.#options;
    const at = replica.address.origin;
    logger.info({ service, replica: at }, `${service} at ${at} is ${ready ? 'ready' : 'away'}`);
  }
}
