import type { Clock } from '@tidemark/clock/clock';
import { ownerOf } from '@tidemark/contracts/services';
import type { ApiDocument, ApiSource } from '@tidemark/http/description/api-documents';
import { forward, type Forwarding } from '@tidemark/service-calls/forward';
import { SingleFlight } from '@tidemark/waiting/single-flight';

const KEPT_MS = 30_000;
/** After a reading that failed. */
const RETRY_MS = 2_000;
const READ_MS = 3_000;

/** Reads a service's OpenAPI document from one of its replicas, and keeps it for 30 s. */
export class ApiReader implements ApiSource {
  readonly service: string;
  readonly #to: Forwarding;
  readonly #clock: Clock;
  #document: ApiDocument | null = null;
  #readAgainAt = -Infinity;
  readonly #reading = new SingleFlight<void>();

  constructor(to: Forwarding) {
    this.service = to.service;
    this.#to = to;
    this.#clock = to.clock;
  }

  owns(path: string): boolean {
    return ownerOf(path) === this.service;
  }

  /** The document, as old as 30 s; older while no replica is ready. Null: none was read yet. */
  async read(): Promise<ApiDocument | null> {
    if (this.#to.replicas.anyReady && this.#clock.monotonic() >= this.#readAgainAt) {
      await this.#reading.run(() => this.#readAgain());
    }
    return this.#document;
  }

  async #readAgain(): Promise<void> {
    const document = await this.#ask().catch(() => null);
    this.#document = document ?? this.#document;
    this.#readAgainAt = this.#clock.monotonic() + (document ? KEPT_MS : RETRY_MS);
  }

  async #ask(): Promise<ApiDocument | null> {
    const { statusCode, body } = await forward(this.#to, {
      method: 'GET',
      path: '/api/openapi.json',
      headers: { accept: 'application/json' },
      body: null,
      signal: AbortSignal.timeout(READ_MS),
    });
    const document: unknown = await body.json();
    const fits = statusCode === 200 && typeof document === 'object' && document !== null;
    return fits ? document : null;
  }
}
