import type { Clock } from '@tidemark/clock/clock';
import { CLOSE_CODES, StreamRequestSchema, type StreamRequest } from '@tidemark/contracts/stream';
import { Compile } from 'typebox/compile';
import type { RawData } from 'ws';
import type { Connection } from './connection.ts';
import type { StreamLimits } from './limits.ts';
import { MessageBudget } from './message-budget.ts';

const streamRequest = Compile(StreamRequestSchema);

/** What a client asks for that is not answered at once. */
export type Wish = Exclude<StreamRequest, { type: 'ping' }>;

/** What one client says, held to its budget. */
export class Conversation {
  readonly #connection: Connection;
  readonly #clock: Clock;
  readonly #budget: MessageBudget;

  constructor(connection: Connection, clock: Clock, limits: StreamLimits) {
    this.#connection = connection;
    this.#clock = clock;
    this.#budget = new MessageBudget(
      limits.messageBurst,
      limits.messagesPerSecond,
      clock.monotonic(),
    );
  }

  /**
   * A message of the client: at most 4 KB of JSON. Anything else is refused and closes the connection. A `ping` is
   * answered. Null: nothing is left to do.
   */
  hear(data: RawData, isBinary: boolean): Wish | null {
    this.#connection.sawLife();
    if (!this.spend()) return null;
    const request = isBinary ? null : parseRequest(data);
    if (request === null) this.refuse('not a message of this stream');
    else if (request.type === 'ping') this.#connection.beat();
    else return request;
    return null;
  }

  /** Takes a message or a ping off the client's budget; closes the connection when it is spent. */
  spend(): boolean {
    if (this.#connection.closing) return false;
    if (this.#budget.take(this.#clock.monotonic())) return true;
    this.refuse('too many messages', 'RATE_LIMITED');
    return false;
  }

  /** Says why, and closes. */
  refuse(message: string, code: 'INVALID_REQUEST' | 'RATE_LIMITED' = 'INVALID_REQUEST'): void {
    this.#connection.say({ type: 'error', data: { code, message } });
    this.#connection.close({ code: CLOSE_CODES.BAD_REQUEST, reason: message.slice(0, 100) });
  }
}

function parseRequest(data: RawData): StreamRequest | null {
  try {
    const value: unknown = JSON.parse((data as Buffer).toString('utf8'));
    return streamRequest.Check(value) ? value : null;
  } catch {
    return null;
  }
}
