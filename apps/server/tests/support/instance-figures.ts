import { expect, vi } from 'vitest';
import type { Person } from './person.ts';

interface Candle {
  time: string;
  final: boolean;
}

/** Closed candles of a coin before a time, epoch ms: what a backup has to bring back to the last digit. */
export async function closedCandles(url: string, until: number): Promise<Candle[]> {
  const path = `/api/market/candles/bitcoin?interval=1m&exchange=binance&limit=50&to=${until}`;
  const answer = await fetch(`${url}${path}`);
  const { data } = (await answer.json()) as { data: { candles: Candle[] } };
  return data.candles.filter(({ final }) => final);
}

/** The status of signing in with the password. */
export async function signIn(url: string, { username, password }: Person): Promise<number> {
  const answer = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  return answer.status;
}

/** What a token's account is called. */
export async function whoAmI(url: string, token: string): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/users/me`, { headers });
  return ((await answer.json()) as { data?: { username: string } }).data?.username;
}

/** A token's alerts, and where they are sent. */
export async function alertsOf(url: string, token: string): Promise<unknown[]> {
  const headers = { authorization: `Bearer ${token}` };
  const read = async (path: string) => {
    const answer = await fetch(`${url}/api/alerts${path}`, { headers });
    return ((await answer.json()) as { data?: unknown }).data;
  };
  return Promise.all([read(''), read('/channels')]);
}

export async function untilReady(url: string): Promise<void> {
  const ready = async () => expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await vi.waitFor(ready, { timeout: 30_000, interval: 100 });
}
