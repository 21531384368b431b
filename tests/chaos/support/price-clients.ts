import type { PriceTick } from '@tidemark/contracts/price';
import type { StreamMessage } from '@tidemark/contracts/stream';
import { WebSocket } from 'ws';

const RECONNECT_MS = 250;
/** Ticks of a coin that are remembered. */
const REMEMBERED = 60;

/** What a client does when its connection ends: `stays` never connects again, `returns` does as a browser would. */
export type Manner = 'stays' | 'returns';

/** A WebSocket reader of every price at one gateway. */
export class PriceClient {
  readonly gateway: string;
  readonly manner: Manner;
  /** Connections that were closed from the other side. */
  drops = 0;
  readonly #url: string;
  readonly #ticks = new Map<string, PriceTick[]>();
  #ws: WebSocket | null = null;
  #closed = false;

  constructor(gateway: { name: string; url: string }, manner: Manner) {
    this.gateway = gateway.name;
    this.manner = manner;
    this.#url = `${gateway.url.replace('http', 'ws')}/ws/prices`;
    this.#connect();
  }

  get isOpen(): boolean {
    return this.#ws?.readyState === WebSocket.OPEN;
  }

  /** Ticks of a coin, oldest first. */
  ticks(coinId: string): readonly PriceTick[] {
    return this.#ticks.get(coinId) ?? [];
  }

  close(): void {
    this.#closed = true;
    this.#ws?.terminate();
  }

  #connect(): void {
    const ws = new WebSocket(this.#url, { perMessageDeflate: false });
    this.#ws = ws;
    let opened = false;
    ws.on('open', () => (opened = true));
    ws.on('message', (data: Buffer) => this.#hear(JSON.parse(data.toString()) as StreamMessage));
    ws.on('error', () => undefined);
    ws.on('close', () => {
      if (this.#closed) return;
      if (opened) this.drops += 1;
      if (this.manner === 'returns' || !opened) setTimeout(() => this.#again(), RECONNECT_MS);
    });
  }

  #again(): void {
    if (!this.#closed) this.#connect();
  }

  #hear(message: StreamMessage): void {
    if (message.type !== 'price_update') return;
    const { data } = message;
    const ticks = this.#ticks.get(data.coin_id) ?? [];
    ticks.push(data);
    if (ticks.length > REMEMBERED) ticks.shift();
    this.#ticks.set(data.coin_id, ticks);
  }
}
