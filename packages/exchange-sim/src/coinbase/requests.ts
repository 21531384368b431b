/** Channels that need no key, by the name they are asked for, with the name they are acknowledged by. */
const OPEN_CHANNELS: ReadonlyMap<string, string> = new Map([
  ['heartbeat', 'heartbeat'],
  ['status', 'status'],
  ['ticker', 'ticker'],
  ['ticker_batch', 'ticker_batch'],
  ['matches', 'matches'],
  ['level2_batch', 'level2_50'],
]);
const KEYED_CHANNELS = new Set(['level2', 'level3', 'full', 'user']);

export interface ChannelRequest {
  type: 'subscribe' | 'unsubscribe';
  channels: { name: string; products: string[] }[];
}

export interface RequestRefusal {
  type: 'error';
  message: string;
  reason: string;
}

/**
 * Reads a client's frame. One product or channel that is not valid refuses the whole of it.
 * @param isProduct whether the venue lists a product
 */
export function parseRequest(
  text: string,
  isProduct: (product: string) => boolean,
): ChannelRequest | RequestRefusal {
  const message = parseObject(text);
  const type = message?.['type'];
  if (!message || (type !== 'subscribe' && type !== 'unsubscribe')) {
    return refusal('Malformed JSON', 'type is not valid');
  }
  const failed = `Failed to ${type}`;
  const shared = strings(message['product_ids']);
  const asked = message['channels'];
  if (!Array.isArray(asked) || asked.length === 0) return refusal(failed, 'No channels provided');
  const channels = asked.map((entry) => channelOf(entry, shared));
  const reason = channels.map((channel) => faultOf(channel, isProduct)).find(Boolean);
  return reason ? refusal(failed, reason) : { type, channels };
}

/** The name a channel is acknowledged by. */
export function acknowledgedName(channel: string): string {
  return OPEN_CHANNELS.get(channel) ?? channel;
}

function faultOf(
  channel: ChannelRequest['channels'][number],
  isProduct: (product: string) => boolean,
): string | undefined {
  if (KEYED_CHANNELS.has(channel.name)) return `${channel.name} channel requires authentication`;
  if (!OPEN_CHANNELS.has(channel.name)) return `${channel.name} is not a valid channel`;
  if (channel.name === 'status') return undefined;
  if (channel.products.length === 0) return 'No product_ids provided';
  const wrong = channel.products.find((product) => !isProduct(product));
  return wrong === undefined ? undefined : `${wrong} is not a valid product`;
}

function channelOf(entry: unknown, shared: string[]): { name: string; products: string[] } {
  if (typeof entry !== 'object' || entry === null) return { name: String(entry), products: shared };
  const { name, product_ids: own } = entry as Record<string, unknown>;
  const products = [...new Set([...shared, ...strings(own)])];
  return { name: typeof name === 'string' ? name : '', products };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function refusal(message: string, reason: string): RequestRefusal {
  return { type: 'error', message, reason };
}
