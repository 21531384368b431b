import type { TSchema } from 'typebox';
import { CandleExchangeSchema, IntervalSchema } from './candle.ts';
import {
  CLOSE_CODES,
  MAX_STREAM_COINS,
  STREAM_DATA,
  STREAM_REQUESTS,
  streamMessageSchema,
  type StreamMessageType,
  type StreamRequestType,
} from './stream.ts';

/** What the description says of a stream. */
interface StreamOfOurs {
  address: string;
  title: string;
  description: string;
  query: Readonly<Record<string, object>>;
  sends: readonly StreamMessageType[];
  takes: readonly StreamRequestType[];
}

const DESCRIPTION = `Live prices and candles over WebSocket. Every message of the server is a JSON object with \`type\`, \`seq\` and \`data\`.
\`seq\` counts the messages of a connection from 1 without a hole. Unknown and repeated parameters are refused.

A connection to prices or sentiment first gets the latest value of each coin it asked for, then \`snapshot_end\`, then updates.
A value stands for all before it: a reader that does not keep up gets the latest of each coin.
\`subscribe\` is answered with \`subscribed\`, the first picture of the coins that are new, and \`snapshot_end\`; \`unsubscribe\` with
\`unsubscribed\`; \`ping\` with \`pong\`. What was refused comes before, as an \`error\` that names it; the rest goes on. A client
may send 20 messages at once and 5 a second, of at most 4 KB each.

Close codes: ${CLOSE_CODES.GOING_AWAY} the server is going away: connect again;
${CLOSE_CODES.BAD_REQUEST} refused, an \`error\` came before: do not repeat it; ${CLOSE_CODES.SIGNED_OUT} signed out;
${CLOSE_CODES.TOO_SLOW} read too slowly for 30 s; ${CLOSE_CODES.IDLE} nothing was heard for 90 s.

Messages are not compressed. Other programs send \`Authorization\` to open a stream as somebody; browsers, which cannot, a ticket
from \`POST /api/stream/ticket\` in \`ticket\`. Streams of prices and sentiment need neither.`;

const COINS = {
  type: 'string',
  description: `coins by their slugs with commas between, at most ${MAX_STREAM_COINS}; none: every coin`,
  examples: ['bitcoin,ethereum'],
};
const TICKET = {
  type: 'string',
  description: 'of `POST /api/stream/ticket`, good for one WebSocket',
};
const PRICE_QUERY = {
  coins: COINS,
  candles: { ...plain(IntervalSchema), description: 'candles of this interval come along' },
  exchange: {
    ...plain(CandleExchangeSchema),
    description: 'whose candles; all venues together in USD where left out',
  },
  ticket: TICKET,
};
const ANSWERS = [
  'subscribed',
  'unsubscribed',
  'snapshot_end',
  'pong',
  'heartbeat',
  'error',
] as const;

const PRICES: Omit<StreamOfOurs, 'address' | 'title' | 'description'> = {
  query: PRICE_QUERY,
  sends: ['price_update', 'candle_update', ...ANSWERS],
  takes: ['subscribe', 'unsubscribe', 'ping'],
};

const STREAMS: Readonly<Record<string, StreamOfOurs>> = {
  prices: {
    ...PRICES,
    address: '/ws/prices',
    title: 'Prices and candles',
    description:
      'Consolidated prices as they change, twice a second at most, and candles once a second at most.',
  },
  marketStream: {
    ...PRICES,
    address: '/api/market/stream',
    title: 'Prices and candles, beside the requests',
    description: 'The same as `/ws/prices`, at a path among those of the market.',
  },
  sentiment: {
    address: '/ws/sentiment',
    title: 'Sentiment',
    description: 'What the news of coins sounds like.',
    query: { coins: COINS, ticket: TICKET },
    sends: ['sentiment_update', ...ANSWERS],
    takes: ['subscribe', 'unsubscribe', 'ping'],
  },
  portfolio: {
    address: '/ws/portfolio/{portfolio_id}',
    title: 'A portfolio',
    description:
      'What a portfolio is worth, for its owner: what it is now, soon after opening, then each change, once a second at most. Another’s is 404.',
    query: { ticket: TICKET },
    sends: ['portfolio_update', 'pong', 'heartbeat', 'error'],
    takes: ['ping'],
  },
  alerts: {
    address: '/ws/alerts',
    title: 'Alerts',
    description:
      'What your alerts fire from now on; perhaps twice, under one id. What fired before is in `GET /api/alerts/firings`.',
    query: { ticket: TICKET },
    sends: ['alert_firing', 'pong', 'heartbeat', 'error'],
    takes: ['ping'],
  },
};

const SUMMARIES: Readonly<Record<StreamMessageType | StreamRequestType, string>> = {
  price_update:
    'A price, without its `sources`: these are in `GET /api/market/price/{coin_id}`; otherwise the same fields',
  candle_update:
    'A candle in the form of `GET /api/market/candles/{coin_id}`; a later one of the same `time` replaces it',
  sentiment_update: 'What the news of a coin sounds like',
  portfolio_update: 'What a portfolio is worth',
  alert_firing: 'An alert of yours fired',
  subscribed: 'Answer to `subscribe`: what the connection is to now',
  unsubscribed: 'Answer to `unsubscribe`: what the connection is to now',
  snapshot_end: 'The first picture is complete; what comes now is new',
  pong: 'Answer to `ping`',
  heartbeat: 'Every 30 s',
  error: 'What was refused, and why; followed by a close with 4400 where nothing is left to do',
  subscribe: 'Adds coins; the first on a connection to every coin narrow it to these',
  unsubscribe: 'Takes coins away',
  ping: 'Asks for a `pong`',
};

/** The description of the streams, AsyncAPI 3.0, made of the schemas that messages are checked against. */
export function streamDocument() {
  const kinds = Object.keys(STREAM_DATA) as StreamMessageType[];
  const requests = Object.keys(STREAM_REQUESTS) as StreamRequestType[];
  const data = kinds.map((kind) => [schemaName(kind), plain(STREAM_DATA[kind])] as const);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Tidemark streams',
      version: '0.1.0',
      description: DESCRIPTION,
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    servers: { plain: server('ws'), tls: server('wss') },
    channels: Object.fromEntries(
      Object.entries(STREAMS).map(([name, one]) => [name, channel(one)] as const),
    ),
    operations: Object.fromEntries(
      Object.entries(STREAMS).flatMap(([name, one]) => operations(name, one)),
    ),
    components: {
      schemas: Object.fromEntries(data),
      messages: Object.fromEntries([
        ...kinds.map((kind) => [kind, message(kind, sent(kind))] as const),
        ...requests.map((kind) => [kind, message(kind, plain(STREAM_REQUESTS[kind]))] as const),
      ]),
    },
  };
}
export type StreamDocument = ReturnType<typeof streamDocument>;

function server(protocol: 'ws' | 'wss') {
  const description = 'where this instance is reached';
  return {
    host: '{host}',
    protocol,
    variables: { host: { default: 'localhost:8000', description } },
  };
}

function channel({ address, title, description, query, sends, takes }: StreamOfOurs) {
  const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const parameters = names.map((name) => [name, { description: 'whose it is' }] as const);
  const messages = [...sends, ...takes].map(
    (kind) => [kind, ref(`components/messages/${kind}`)] as const,
  );
  return {
    address,
    title,
    description,
    messages: Object.fromEntries(messages),
    ...(names.length > 0 && { parameters: Object.fromEntries(parameters) }),
    bindings: {
      ws: {
        method: 'GET',
        query: { type: 'object', properties: query, additionalProperties: false },
        bindingVersion: '0.1.0',
      },
    },
  };
}

/** `send` and `receive` are the server's. */
function operations(name: string, { title, sends, takes }: StreamOfOurs) {
  const of = (kinds: readonly string[]) =>
    kinds.map((kind) => ref(`channels/${name}/messages/${kind}`));
  const on = { channel: ref(`channels/${name}`) };
  const sending = { action: 'send', ...on, title, messages: of(sends) };
  const taking = {
    action: 'receive',
    ...on,
    title: `${title}: what a client may say`,
    messages: of(takes),
  };
  return [[`${name}Send`, sending] as const, [`${name}Receive`, taking] as const];
}

function message(name: StreamMessageType | StreamRequestType, payload: object) {
  return { name, title: name, summary: SUMMARIES[name], contentType: 'application/json', payload };
}

/** The whole message, its `data` by name. */
function sent(kind: StreamMessageType): object {
  const { properties, ...schema } = plain(streamMessageSchema(kind));
  const data = ref(`components/schemas/${schemaName(kind)}`);
  return { ...schema, properties: { ...(properties as object), data } };
}

function schemaName(kind: StreamMessageType): string {
  const words = kind.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Data`;
}

function ref(path: string): { $ref: string } {
  return { $ref: `#/${path}` };
}

/** A schema without what the library keeps in it. */
function plain(schema: TSchema): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema)) as Record<string, unknown>;
}
