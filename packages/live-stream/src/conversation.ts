import type { Clock } from '@tidemark/clock/clock';
import {
  CLOSE_CODES,
  type StreamError,
  type StreamRequest,
  STREAM_REQUESTS,
  type StreamRequestType,
} from '@tidemark/contracts/stream';
import type { RawData } from 'ws';
import type { Connection } from './connection.ts';
import type { StreamLimits } from './limits.ts';
import { MessageBudget } from './message-budget.ts';
import { refusalOf, type Refused } from './refused.ts';
import { Compile } from 'typebox/compile';

/** What a client asks for that is not answered at once. */
export type Wish = Exclude<StreamRequest, { type: 'ping' }>;

const TOO_MANY: StreamError = { code: 'RATE_LIMITED', message: 'too many messages' };

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
   * answered with a `pong`. Null: nothing is left to do.
   */
  hear(data: RawData, isBinary: boolean): Wish | null {
    this.#connection.sawLife();
    if (!this.spend()) return null;
    const request = parseRequest(data, isBinary);
    if ('field' in request) this.refuse(request);
    else if (request.type === 'ping') this.#connection.beat('pong');
    else return request;
    return null;
  }

  /** Takes a message or a ping off the client's budget; closes the connection when it is spent. */
  spend(): boolean {
    if (this.#connection.closing) return false;
    if (this.#budget.take(this.#clock.monotonic())) return true;
    this.#end(TOO_MANY);
    return false;
  }

  /** Says what was refused and goes on. */
  complain(refused: Refused): void {
    this.#connection.say({ type: 'error', data: refusalOf(refused) });
  }

  /** Says what was refused, and closes. */
  refuse(refused: Refused): void {
    this.#end(refusalOf(refused));
  }

  #end(error: StreamError): void {
    this.#connection.say({ type: 'error', data: error });
    // The words of a close frame take 123 bytes at most.
    const reason = error.message.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
    this.#connection.close({ code: CLOSE_CODES.BAD_REQUEST, reason });
  }
}

const TYPES = Object.keys(STREAM_REQUESTS) as StreamRequestType[];
const requests = {
  subscribe: Compile(STREAM_REQUESTS.subscribe),
  unsubscribe: Compile(STREAM_REQUESTS.unsubscribe),
  ping: Compile(STREAM_REQUESTS.ping),
};

/** Reads a message of a client; or says what of it does not fit. */
function parseRequest(data: RawData, isBinary: boolean): StreamRequest | Refused {
  const value = isBinary ? undefined : parseJson(data);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { field: 'message', reason: 'must be a JSON object in a text frame' };
  }
  const type = TYPES.find((name) => 'type' in value && name === value.type);
  if (!type) return { field: 'type', reason: `must be one of ${TYPES.join(', ')}` };
  const request = requests[type];
  if (request.Check(value)) return value;
  const [error] = request.Errors(value);
  const field = error?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  return { field: field === '' ? 'message' : field, reason: error?.message ?? 'does not fit' };
}

function parseJson(data: RawData): unknown {
  try {
    return JSON.parse((data as Buffer).toString('utf8'));
  } catch {
    return undefined;
  }
}
