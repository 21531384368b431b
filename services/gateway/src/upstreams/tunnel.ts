import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Clock } from '@tidemark/clock/clock';
import { closeFrame, FrameCutter } from './frame-cutter.ts';

/** RFC 6455's registry: the service restarts, connect again. */
const SERVICE_RESTART = 1012;
/** How long a client has to answer a close before its socket is cut. */
const CLOSE_MS = 2_000;

/**
 * A WebSocket between a client and a service, frame for frame: pings, compression and close codes are theirs. Each side
 * is read as fast as the other takes. When the service's side breaks, the client is told to connect again.
 */
export class Tunnel {
  readonly #client: Duplex;
  readonly #service: Socket;
  readonly #clock: Clock;
  readonly #cutter = new FrameCutter();
  #heardAt: number;
  #ending = false;

  constructor(client: Duplex, service: Socket, clock: Clock) {
    this.#client = client;
    this.#service = service;
    this.#clock = clock;
    this.#heardAt = clock.monotonic();
  }

  /** @param onEnd called once, when the client's socket is closed */
  open(fromClient: Buffer, fromService: Buffer, onEnd: () => void): void {
    const client = this.#client;
    const service = this.#service;
    service.setNoDelay(true);
    service.on('data', (piece: Buffer) => this.#toClient(piece));
    client.on('drain', () => service.resume());
    for (const event of ['end', 'close', 'error']) service.on(event, () => this.#serviceGone());
    client.on('error', () => client.destroy());
    client.once('close', () => {
      service.destroySoon();
      onEnd();
    });
    if (fromService.length > 0) this.#toClient(fromService);
    if (fromClient.length > 0) service.write(fromClient);
    client.pipe(service);
  }

  /** Tells the client why, and cuts it off when it does not answer. */
  close(code: number, reason: string): void {
    if (this.#ending) return;
    this.#ending = true;
    const frame = this.#cutter.atEnd && !this.#cutter.closed ? closeFrame(code, reason) : null;
    if (frame) this.#client.write(frame);
    this.#service.resume();
    this.#cutOffLater();
  }

  /** Closes when the service has said nothing for `ms`: its machine may be gone without a word. */
  closeIfSilentFor(ms: number): void {
    if (this.#clock.monotonic() - this.#heardAt < ms) return;
    this.close(SERVICE_RESTART, 'the service fell silent');
    this.#service.destroy();
  }

  #toClient(piece: Buffer): void {
    this.#heardAt = this.#clock.monotonic();
    if (this.#ending) return;
    const whole = this.#cutter.push(piece);
    if (whole.length > 0 && !this.#client.write(whole)) this.#service.pause();
  }

  #serviceGone(): void {
    this.close(SERVICE_RESTART, 'the service went away; connect again');
    this.#service.destroySoon();
    this.#client.unpipe(this.#service);
    this.#client.resume();
    this.#client.end();
  }

  #cutOffLater(): void {
    const cancel = this.#clock.after(CLOSE_MS, () => {
      this.#client.destroy();
      this.#service.destroy();
    });
    this.#client.once('close', cancel);
  }
}
