import type { Clock } from '@tidemark/clock/clock';
import type { Peer } from '@tidemark/live-stream/connection-pool';
import type { Connection } from '@tidemark/live-stream/connection';
import { Conversation } from '@tidemark/live-stream/conversation';
import type { Encoded } from '@tidemark/live-stream/encoded';
import type { StreamLimits } from '@tidemark/live-stream/limits';
import type { Refused } from '@tidemark/live-stream/refused';
import type { RawData } from 'ws';
import type { Caller } from '../auth/callers.ts';
import type { CredentialWatch } from './credential-watch.ts';

export interface PortfolioReaderOptions {
  clock: Clock;
  limits: StreamLimits;
  watch: CredentialWatch;
  caller: Caller;
  portfolioId: string;
  /** What the URL asked for that there is not; null: nothing. */
  refused: Refused | null;
  /** Open readers by portfolio. */
  readers: Map<string, Set<PortfolioReader>>;
  /** Called when it is among the readers. */
  onOpen: () => void;
}

/** One who follows their portfolio, for as long as they are signed in. */
export class PortfolioReader implements Peer {
  readonly #connection: Connection;
  readonly #options: PortfolioReaderOptions;
  readonly #conversation: Conversation;
  #unwatch: () => void = () => undefined;

  constructor(connection: Connection, options: PortfolioReaderOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#conversation = new Conversation(connection, options.clock, options.limits);
  }

  open(): void {
    const { readers, portfolioId, watch, caller, refused, onOpen } = this.#options;
    if (refused) {
      this.#conversation.refuse(refused);
      return;
    }
    const all = readers.get(portfolioId) ?? new Set();
    readers.set(portfolioId, all.add(this));
    this.#unwatch = watch.watch(caller, (closing) => this.#connection.close(closing));
    onOpen();
  }

  /** Sends a value that is for this user. */
  tell(userId: string, value: Encoded): void {
    if (userId === this.#options.caller.identity.userId) this.#connection.send(value);
  }

  hear(data: RawData, isBinary: boolean): void {
    const wish = this.#conversation.hear(data, isBinary);
    if (!wish) return;
    const reason = 'must be ping: this stream is of one portfolio';
    this.#conversation.refuse({ field: 'type', reason });
  }

  spend(): void {
    this.#conversation.spend();
  }

  leave(): void {
    const { readers, portfolioId } = this.#options;
    this.#unwatch();
    const all = readers.get(portfolioId);
    all?.delete(this);
    if (all?.size === 0) readers.delete(portfolioId);
  }
}
