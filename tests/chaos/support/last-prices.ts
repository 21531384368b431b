import { setTimeout as sleep } from 'node:timers/promises';
import type { Price } from '@tidemark/contracts/price';
import type { PriceClient } from './price-clients.ts';

const TRIES = 6;
const RETRY_MS = 1_000;

/** One client that does not have one coin's price, in words. */
export type WrongPrice = string;

/**
 * Holds what each connected client was told against `/api/market/price/{coin}` of its gateway: the answer must be among
 * the client's latest ticks, within an update. What does not fit at first is looked at again.
 */
export async function wrongLastPrices(
  gateways: readonly { name: string; url: string }[],
  clients: readonly PriceClient[],
  coins: readonly string[],
): Promise<WrongPrice[]> {
  const open = clients.filter((client) => client.isOpen);
  let pending = gateways.flatMap((gateway) =>
    coins.map((coin) => ({
      gateway,
      coin,
      readers: open.filter((client) => client.gateway === gateway.name),
    })),
  );
  let faults: WrongPrice[] = [];
  for (let attempt = 0; attempt < TRIES && pending.length > 0; attempt += 1) {
    if (attempt > 0) await sleep(RETRY_MS);
    const checked = await Promise.all(
      pending.map(async (check) => ({
        ...check,
        fault: await faultOf(check.gateway, check.coin, check.readers),
      })),
    );
    pending = checked.filter(({ fault }) => fault !== null);
    faults = checked.flatMap(({ fault }) => fault ?? []);
  }
  return pending.length > 0 ? faults : [];
}

async function faultOf(
  gateway: { name: string; url: string },
  coin: string,
  readers: readonly PriceClient[],
): Promise<WrongPrice | null> {
  const answer = await fetch(`${gateway.url}/api/market/price/${coin}`);
  if (!answer.ok) return `${gateway.name} ${coin}: status ${answer.status}`;
  const { data } = (await answer.json()) as { data: Price };
  // The answer and the message travel apart: the one may be ahead of the other by an update.
  await sleep(RETRY_MS);
  const without = readers.filter(
    (reader) => !reader.ticks(coin).some((tick) => isSame(tick, data)),
  );
  if (without.length === 0) return null;
  const last = without[0]?.ticks(coin).at(-1);
  return (
    `${gateway.name} ${coin}: ${without.length} of ${readers.length} clients do not know ` +
    `${data.price} of ${data.timestamp}; the last they heard is ${last?.price} of ${last?.timestamp}`
  );
}

function isSame(a: { price: number; timestamp: string }, b: typeof a): boolean {
  return a.price === b.price && a.timestamp === b.timestamp;
}
