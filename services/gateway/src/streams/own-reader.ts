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

export interface OwnReaderOptions {
  clock: Clock;
  limits: StreamLimits;
  watch: CredentialWatch;
  caller: Caller;
  /** What it reads among those of the stream, such as a portfolio. */
  key: string;
  /** What the stream is of, in words. */
  of: string;
  /** What the URL asked for that there is not; null: nothing. */
  refused: Refused | null;
  /** Open readers by what they read. */
  readers: Map<string, Set<OwnReader>>;
  /** Called when it is among the readers. */
  onOpen: () => void;
}

/** One who reads what is theirs alone, for as long as they are signed in. */
export class OwnReader implements Peer {
  readonly #connection: Connection;
  readonly #options: OwnReaderOptions;
  readonly #conversation: Conversation;
  #unwatch: () => void = () => undefined;

  constructor(connection: Connection, options: OwnReaderOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#conversation = new Conversation(connection, options.clock, options.limits);
  }

  open(): void {
    const { readers, key, watch, caller, refused, onOpen } = this.#options;
    if (refused) {
      this.#conversation.refuse(refused);
      return;
    }
    const all = readers.get(key) ?? new Set();
    readers.set(key, all.add(this));
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
    const reason = `must be ping: this stream is of ${this.#options.of}`;
    this.#conversation.refuse({ field: 'type', reason });
  }

  spend(): void {
    this.#conversation.spend();
  }

  leave(): void {
    const { readers, key } = this.#options;
    this.#unwatch();
    const all = readers.get(key);
    all?.delete(this);
    if (all?.size === 0) readers.delete(key);
  }
}
