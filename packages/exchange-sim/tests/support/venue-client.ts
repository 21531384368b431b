import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';

type Json = Record<string, unknown>;

/** A WebSocket client that keeps what it hears. */
export class VenueClient {
  readonly ws: WebSocket;
  readonly texts: string[] = [];
  #waiting: (() => void)[] = [];

  constructor(url: string, options: ClientOptions = {}) {
    this.ws = new WebSocket(url, { perMessageDeflate: false, ...options });
    this.ws.on('message', (data: Buffer) => {
      this.texts.push(data.toString('utf8'));
      this.#wake();
    });
    this.ws.on('close', () => this.#wake());
    this.ws.on('error', () => this.#wake());
  }

  static async open(url: string, options: ClientOptions = {}): Promise<VenueClient> {
    const client = new VenueClient(url, options);
    await once(client.ws, 'open');
    return client;
  }

  /** Frames that are JSON objects, a combined stream's unwrapped. */
  get frames(): Json[] {
    return this.texts.flatMap((text): Json[] => {
      const frame = objectOf(text);
      return frame ? [objectOf(frame['data']) ?? frame] : [];
    });
  }

  /** Frames whose `e` or `type` is `name`. */
  of(name: string): Json[] {
    return this.frames.filter((frame) => (frame['e'] ?? frame['type']) === name);
  }

  get closed(): boolean {
    return this.ws.readyState === WebSocket.CLOSED;
  }

  send(value: unknown): void {
    this.ws.send(typeof value === 'string' ? value : JSON.stringify(value));
  }

  /** Resolves when `condition` holds; the test's own timeout bounds it. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

/** The object that a value is, or that it is the JSON of. */
function objectOf(value: unknown): Json | undefined {
  if (typeof value !== 'string') return typeof value === 'object' ? (value as Json) : undefined;
  try {
    return value.startsWith('{') ? (JSON.parse(value) as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** Coinbase's subscription message. */
export function subscription(channels: string[], products: string[]): Json {
  return { type: 'subscribe', product_ids: products, channels };
}

/** A GET's status, headers and parsed body. */
export async function get(
  url: string,
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(url);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text) as unknown };
}
