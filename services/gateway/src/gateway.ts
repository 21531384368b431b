import type { Clock } from '@tidemark/clock/clock';
import type { FrontDoor } from '@tidemark/service/service-module';
import type { Service } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { assemble, type GatewayParts } from './assemble.ts';
import type { GatewayContext } from './context.ts';
import { mountUi, WEB_FOLDER } from './ui/static-ui.ts';

/** What the browser meets: who may come in, the web app, the WebSockets, and the way to services in other processes. */
export class Gateway implements Service {
  readonly #clock: Clock;
  readonly #parts: GatewayParts;
  #root: FastifyInstance | undefined;

  constructor(ctx: GatewayContext) {
    this.#clock = ctx.clock;
    this.#parts = assemble(ctx, () => this.#root);
  }

  get frontDoor(): FrontDoor {
    return this.#parts.frontDoor;
  }

  async plugin(app: FastifyInstance): Promise<void> {
    this.#root = app;
    this.#parts.streams.mount(app);
    await this.#parts.upstreams.mount(app);
    await mountUi(app, WEB_FOLDER, this.#clock);
  }

  async start(): Promise<void> {
    await Promise.all([this.#parts.streams.start(), this.#parts.upstreams.start()]);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#parts.streams.stop(), this.#parts.upstreams.stop()]);
  }

  waitingFor(): string | null {
    return this.#parts.upstreams.waitingFor();
  }
}
