import { startChild, type Child } from '../child.ts';
import { openClients } from '../stream-clients.ts';
import type { SentTrade } from './venue.ts';
import { wallClock } from './wall-clock.ts';

export interface Load {
  clients: number;
  /** Before the first trade that counts, and for how long trades count; seconds. */
  warmUp: number;
  seconds: number;
}

export interface Latencies {
  /** From sending to receipt, ascending, ms: one for each trade that came to each client. */
  ms: Float64Array;
  trades: number;
  /** Of trades × clients, those that did not come as a message of their own. */
  missing: number;
}

/** What is measured: gets the venue's port, tells its WebSocket address and which trade a message is about. */
export interface Subject {
  start(venuePort: string): Promise<{ url: string; stop: () => Promise<void> }>;
  /** The trade's time, epoch ms; null: no trade's message. */
  tradeTime(message: unknown): number | null;
}

/** Time for the last trades to arrive, ms. */
const SETTLE = 1000;

/** Runs a venue, the subject and its clients, and matches what the clients got with what the venue sent. */
export async function measure(subject: Subject, load: Load): Promise<Latencies> {
  const venue = await startChild('latency/venue.ts');
  try {
    const running = await subject.start(venue.said);
    try {
      return await listen(subject, running.url, venue, load);
    } finally {
      await running.stop();
    }
  } finally {
    await venue.stop();
  }
}

async function listen(
  subject: Subject,
  url: string,
  venue: Child,
  { clients, warmUp, seconds }: Load,
): Promise<Latencies> {
  const received = Array.from({ length: clients }, () => new Map<number, number>());
  const connected = await openClients(url, clients, (client, data) => {
    const at = wallClock();
    const time = subject.tradeTime(JSON.parse(data.toString()));
    const seen = received[client];
    if (time !== null && seen && !seen.has(time)) seen.set(time, at);
  });
  await sleep(warmUp * 1000);
  const from = wallClock();
  await sleep(seconds * 1000);
  const to = wallClock();
  await sleep(SETTLE);
  const answer = await fetch(`http://127.0.0.1:${venue.said}/sent`);
  const all = (await answer.json()) as SentTrade[];
  connected.close();
  if (connected.lost() > 0) throw new Error(`${connected.lost()} clients lost their connection`);
  return match(
    all.filter(([, sent]) => sent >= from && sent < to),
    received,
  );
}

function match(
  trades: readonly SentTrade[],
  received: readonly ReadonlyMap<number, number>[],
): Latencies {
  const ms = received.flatMap((seen) =>
    trades.flatMap(([time, sent]) => {
      const at = seen.get(time);
      return at === undefined ? [] : at - sent;
    }),
  );
  return {
    ms: Float64Array.from(ms).sort(),
    trades: trades.length,
    missing: trades.length * received.length - ms.length,
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
