import type { PriceTick } from '@tidemark/contracts/price';
import { describe, expect, test } from 'vitest';
import { tickOf } from '../market/tick.fixture.ts';
import { PriceStream, SILENCE_LIMIT_MS, type Socket, type StreamStatus } from './price-stream.ts';

interface Timer {
  at: number;
  callback: () => void;
}

class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  closed = false;
  close() {
    this.closed = true;
  }
  says(message: unknown) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

function bench() {
  const sockets: FakeSocket[] = [];
  const statuses: StreamStatus[] = [];
  const ticks: PriceTick[] = [];
  const timers = new Set<Timer>();
  let now = 0;

  const stream = new PriceStream('ws://host/ws/prices?coins=bitcoin', {
    openSocket: () => {
      const socket = new FakeSocket();
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
    onTick: (tick) => ticks.push(tick),
    onStatus: (status) => statuses.push(status),
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
  return { stream, sockets, statuses, ticks, timers, pass, newest };
}

describe('the price stream', () => {
  test('hands over prices and says that it is open', () => {
    const { stream, statuses, ticks, newest } = bench();
    stream.connect();
    newest().onopen?.();
    newest().says({ type: 'price_update', data: tickOf('bitcoin', 5) });
    newest().says({ type: 'something_new', data: {} });
    expect(statuses).toEqual(['connecting', 'open']);
    expect(ticks).toEqual([tickOf('bitcoin', 5)]);
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
    newest().says({ type: 'heartbeat', data: {} });
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
    const { stream, sockets, ticks } = bench();
    stream.connect();
    stream.pause();
    sockets[0]?.says({ type: 'price_update', data: tickOf('bitcoin', 5) });
    expect(ticks).toEqual([]);
  });
});
