import { describe, expect, test } from 'vitest';
import {
  SILENCE_LIMIT_MS,
  TidemarkStream,
  type Socket,
  type StreamMessage,
  type StreamOptions,
  type StreamStatus,
} from './stream.ts';

interface Timer {
  at: number;
  callback: () => void;
}

class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  readonly url: string;
  readonly sent: unknown[] = [];
  #seq = 0;
  constructor(url: string) {
    this.url = url;
  }
  close() {
    this.closed = true;
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  /** Says a message with the next number, or with one of its own. */
  says(message: object) {
    this.#seq += 1;
    this.onmessage?.({ data: JSON.stringify({ seq: this.#seq, ...message }) });
  }
}

const priceOf = (coin_id: string, price: number) => ({
  type: 'price_update',
  data: { coin_id, price, timestamp: '2026-01-01T00:00:00.000Z', quality: 'live' },
});
const HEARTBEAT = { type: 'heartbeat', data: { timestamp: '2026-01-01T00:00:00.000Z' } };

function bench(options: Partial<StreamOptions> = {}) {
  const sockets: FakeSocket[] = [];
  const statuses: StreamStatus[] = [];
  const messages: StreamMessage[] = [];
  const timers = new Set<Timer>();
  let now = 0;

  const stream = new TidemarkStream({
    url: 'https://host',
    coins: ['bitcoin'],
    onMessage: (message) => messages.push(message),
    onStatus: (status) => statuses.push(status),
    parts: {
      openSocket: (url) => {
        const socket = new FakeSocket(url);
        sockets.push(socket);
        return socket;
      },
      setTimer: (callback, ms) => {
        const timer = { at: now + ms, callback };
        timers.add(timer);
        return timer;
      },
      clearTimer: (timer) => timers.delete(timer as Timer),
      now: () => now,
      random: () => 1,
    },
    ...options,
  });

  function pass(ms: number) {
    const end = now + ms;
    for (;;) {
      const due = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      timers.delete(due);
      now = due.at;
      due.callback();
    }
    now = end;
  }

  const newest = () => sockets.at(-1)!;
  return { stream, sockets, statuses, messages, timers, pass, newest };
}

describe('a stream', () => {
  test('hands over prices and says that it is open', () => {
    const { stream, statuses, messages, newest } = bench();
    stream.connect();
    newest().onopen?.();
    newest().says(priceOf('bitcoin', 5));
    newest().says({ type: 'something_new', data: {} });
    expect(statuses).toEqual(['connecting', 'open']);
    expect(messages).toMatchObject([priceOf('bitcoin', 5), { type: 'something_new' }]);
  });

  test('comes back after a loss, waiting longer each time it fails', () => {
    const { stream, sockets, statuses, pass, newest } = bench();
    stream.connect();
    newest().onclose?.({ code: 1006 });
    pass(499);
    expect(sockets).toHaveLength(1);
    pass(1);
    expect(sockets).toHaveLength(2);
    newest().onclose?.({ code: 1006 });
    pass(999);
    expect(sockets).toHaveLength(2);
    pass(1);
    newest().onopen?.();
    expect(statuses).toEqual(['connecting', 'reconnecting', 'reconnecting', 'open']);
  });

  test('waits briefly again after a connection that held', () => {
    const { stream, sockets, pass, newest } = bench();
    stream.connect();
    for (let fault = 0; fault < 5; fault += 1) {
      newest().onclose?.({ code: 1006 });
      pass(30_000);
    }
    newest().onopen?.();
    pass(20_000);
    const before = sockets.length;
    newest().onclose?.({ code: 1001 });
    pass(500);
    expect(sockets).toHaveLength(before + 1);
  });

  test('a line that falls silent for 75 s is given up, a heartbeat keeps it', () => {
    const { stream, sockets, pass, newest } = bench();
    stream.connect();
    newest().onopen?.();
    pass(SILENCE_LIMIT_MS - 1);
    newest().says(HEARTBEAT);
    pass(SILENCE_LIMIT_MS - 1);
    expect(newest().closed).toBe(false);
    pass(1);
    expect(sockets[0]?.closed).toBe(true);
    pass(500);
    expect(sockets).toHaveLength(2);
  });

  test('a request that the server refuses is not repeated', () => {
    const { stream, sockets, statuses, timers, pass, newest } = bench();
    stream.connect();
    newest().onopen?.();
    newest().onclose?.({ code: 4400 });
    pass(3_600_000);
    expect(sockets).toHaveLength(1);
    expect(statuses.at(-1)).toBe('refused');
    expect(timers.size).toBe(0);
  });

  test('paused, it leaves nothing open and no timer; connecting again is immediate', () => {
    const { stream, sockets, statuses, timers, newest } = bench();
    stream.connect();
    newest().onopen?.();
    stream.pause();
    expect(newest().closed).toBe(true);
    expect(timers.size).toBe(0);
    expect(statuses.at(-1)).toBe('paused');
    stream.connect();
    expect(sockets).toHaveLength(2);
  });

  test('asked to connect in the middle of a wait, it does so at once and once', () => {
    const { stream, sockets, pass, newest } = bench();
    stream.connect();
    newest().onclose?.({ code: 1006 });
    stream.connect();
    stream.connect();
    expect(sockets).toHaveLength(2);
    pass(60_000);
    expect(sockets).toHaveLength(2);
  });

  test('what a given-up socket still says is not heard', () => {
    const { stream, sockets, messages } = bench();
    stream.connect();
    stream.pause();
    sockets[0]?.says(priceOf('bitcoin', 5));
    expect(messages).toEqual([]);
  });

  test('asks for what it is to bring, and after a loss for the coins that were subscribed to since', () => {
    const { stream, sockets, pass, newest } = bench({ candles: '1m', exchange: 'binance' });
    stream.connect();
    newest().onopen?.();
    stream.subscribe(['ethereum', 'solana']);
    stream.unsubscribe(['bitcoin']);
    expect(newest().sent).toEqual([
      { type: 'subscribe', coins: ['ethereum', 'solana'] },
      { type: 'unsubscribe', coins: ['bitcoin'] },
    ]);
    newest().onclose?.({ code: 1006 });
    pass(500);
    expect(sockets.map(({ url }) => url)).toEqual([
      'wss://host/ws/prices?coins=bitcoin&candles=1m&exchange=binance',
      'wss://host/ws/prices?coins=ethereum,solana&candles=1m&exchange=binance',
    ]);
  });

  test('a line to every coin is narrowed by the first that are named, and pauses without any', () => {
    const { stream, statuses, newest } = bench({ coins: null });
    stream.connect();
    newest().onopen?.();
    expect(newest().url).toBe('wss://host/ws/prices');
    stream.subscribe(['bitcoin']);
    stream.unsubscribe(['bitcoin']);
    expect(statuses.at(-1)).toBe('paused');
  });

  test('a message that is missing is noticed, and the line opened anew', () => {
    const { stream, sockets, messages, statuses, pass, newest } = bench();
    stream.connect();
    newest().onopen?.();
    newest().says(HEARTBEAT);
    newest().says({ ...HEARTBEAT, seq: 3 });
    expect(statuses.at(-1)).toBe('reconnecting');
    expect(newest().closed).toBe(true);
    pass(500);
    newest().onopen?.();
    newest().says(HEARTBEAT);
    expect(sockets).toHaveLength(2);
    expect(messages).toHaveLength(2);
  });

  test('each connection has a ticket of its own; one that cannot be had is asked for again', async () => {
    const tickets = [() => 't1', () => Promise.reject(new Error('away')), () => 't3'];
    const { stream, sockets, statuses, pass, newest } = bench({
      ticket: async () => (await tickets.shift()?.()) ?? 'none left',
    });
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    stream.connect();
    stream.connect();
    await settled();
    newest().onclose?.({ code: 4401 });
    pass(500);
    await settled();
    expect(statuses.at(-1)).toBe('reconnecting');
    pass(1000);
    await settled();
    expect(sockets.map(({ url }) => url)).toEqual([
      'wss://host/ws/prices?coins=bitcoin&ticket=t1',
      'wss://host/ws/prices?coins=bitcoin&ticket=t3',
    ]);
  });

  test('a ticket that comes after a pause opens nothing', async () => {
    const { stream, sockets } = bench({ ticket: () => Promise.resolve('t') });
    stream.connect();
    stream.pause();
    await new Promise((resolve) => setImmediate(resolve));
    expect(sockets).toEqual([]);
  });
});
