import type { Clock } from '@tidemark/clock/clock';
import type { Readiness } from '@tidemark/contracts/health';
import type { Logger } from '@tidemark/telemetry/logger';
import { within } from '@tidemark/waiting/within';
import type { HostedModule } from './hosted-module.ts';
import { startOrder } from './start-order.ts';

export interface ModuleHostOptions {
  modules: readonly HostedModule[];
  clock: Clock;
  logger: Logger;
  /** What stopping may take in all, milliseconds. Default 5,000. */
  stopDeadlineMs?: number;
}

type State = 'idle' | 'created' | 'started';
type Ending = 'stop' | 'close';

/** Starts modules in the order of their needs and stops them in reverse. */
export class ModuleHost {
  /** Resolves with the first error that was given to `fail`. */
  readonly failed: Promise<Error>;
  readonly #order: readonly HostedModule[];
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #stopDeadlineMs: number;
  readonly #stopping = new AbortController();
  readonly #states = new Map<HostedModule, State>();
  /** The one that is being created or started. */
  #inHand: HostedModule | undefined;
  #reportFailure: (error: Error) => void = () => {};
  #started: Promise<void> = Promise.resolve();
  #ended: Promise<void> | undefined;

  /** @throws Error when names repeat, a need is unknown, or needs form a circle */
  constructor(options: ModuleHostOptions) {
    this.#order = startOrder(options.modules);
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#stopDeadlineMs = options.stopDeadlineMs ?? 5_000;
    this.failed = new Promise((resolve) => (this.#reportFailure = resolve));
  }

  /**
   * Creates every module, then starts every module. What had been opened when one of them fails is stopped and
   * closed before this rejects with that module's error. A `stop` that comes meanwhile ends it early.
   */
  async start(): Promise<void> {
    try {
      this.#started = this.#startAll();
      await this.#started;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Stops and closes what runs, the last started first. Never rejects; calls after the first share its result. */
  stop(): Promise<void> {
    this.#stopping.abort(new Error('the process is stopping'));
    this.#ended ??= this.#end();
    return this.#ended;
  }

  /**
   * The one path of fatal errors: resolves `failed`, and the owner of the process says it and stops. Only the first
   * one counts.
   */
  fail(error: Error): void {
    this.#reportFailure(error);
  }

  /** Ready when every module has started and waits for nothing; one whose turn comes later waits for the one in hand. */
  readiness(): Readiness {
    const modules = this.#order.map((module) => {
      const waiting_for = this.#waitingFor(module);
      return { name: module.name, ready: waiting_for === null, waiting_for };
    });
    return { ready: modules.every((module) => module.ready), modules };
  }

  async #startAll(): Promise<void> {
    for (const module of this.#order) await this.#advance(module, 'created');
    for (const module of this.#order) await this.#advance(module, 'started');
  }

  async #advance(module: HostedModule, to: 'created' | 'started'): Promise<void> {
    const { signal } = this.#stopping;
    if (signal.aborted) return;
    this.#inHand = module;
    const from = this.#clock.monotonic();
    await (to === 'created' ? module.create?.() : module.start?.(signal));
    this.#states.set(module, to);
    const ms = Math.round(this.#clock.monotonic() - from);
    this.#logger.debug({ module: module.name, ms }, to);
  }

  #waitingFor(module: HostedModule): string | null {
    if (this.#stopping.signal.aborted) return 'the process is stopping';
    const waitingFor = module.waitingFor?.() ?? null;
    if (waitingFor !== null || this.#states.get(module) === 'started') return waitingFor;
    const before = this.#inHand ?? module;
    return before === module ? `the start of ${module.name}` : before.name;
  }

  async #end(): Promise<void> {
    const deadline = this.#clock.monotonic() + this.#stopDeadlineMs;
    await within(this.#clock, this.#stopDeadlineMs / 2, this.#started).catch(() => undefined);
    const reversed = [...this.#order].reverse();
    for (const module of reversed) {
      if (this.#states.get(module) === 'started') await this.#endModule(module, 'stop', deadline);
    }
    for (const module of reversed) {
      if (this.#states.has(module)) await this.#endModule(module, 'close', deadline);
    }
  }

  /** A module may use half of the time left, so that one that hangs leaves some to the others. */
  async #endModule(module: HostedModule, how: Ending, deadline: number): Promise<void> {
    if (!module[how]) return;
    const ms = Math.max(0, (deadline - this.#clock.monotonic()) / 2);
    try {
      const done = await within(this.#clock, ms, module[how]());
      if (!done) this.#logger.error({ module: module.name }, `${how} took too long; going on`);
    } catch (error) {
      this.#logger.error({ module: module.name, err: error }, `${how} failed`);
    }
  }
}
