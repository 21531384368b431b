import { randomUUID } from 'node:crypto';
import { TIDEMARK_HEADER, tidemarkLines } from '@tidemark/imports/write-tidemark';
import { until } from '@tidemark/testkit/until';
import { line } from '../analytics/line.ts';
import { LIMITS_OFF, startEmbedded } from '../gateway/subjects.ts';
import { percentile } from '../percentile.ts';
import { DAY_MS, madeAssets, madeLedger, madePrices } from './made-ledger.ts';

const ASSETS = 100;
/** Over how long the transactions are spread here, days, and how often each asset has a price by hand in them. */
const SPREAD_DAYS = 1_400;
const PRICED_EACH_DAYS = 7;
/** What nine of ten answers may take while nothing changes, ms. */
const MOST_WARM_MS = 50;
const WARM = 200;
const READ_LIMIT_MS = 600_000;

/**
 * Prints what performance and history take over HTTP, of a server as `npm start` runs it: right after an edit of last week, and while
 * nothing changes. Answers whether the latter is quick enough.
 */
export async function routeTimes(count: number, rounds: number): Promise<boolean> {
  const server = await startEmbedded({ accounts: 1, env: LIMITS_OFF });
  try {
    const ask = askAs(server.origin, server.tokens[0] ?? '');
    const path = await madePortfolio(ask, count);
    process.stdout.write(
      `Over HTTP, ${count} transactions of ${ASSETS} assets, ms: after an edit (best, worst of ${rounds}), then p50, p95 of ${WARM}\n`,
    );
    let slowest = 0;
    for (const route of ['performance', 'history']) {
      const cold = await coldTimes(ask, `${path}/${route}`, path, rounds);
      const warm = await timesOf(WARM, () => ask('GET', `${path}/${route}`));
      const figures = [cold[0], cold.at(-1), percentile(warm, 0.5), percentile(warm, 0.95)];
      process.stdout.write(
        line(
          route,
          figures.map((ms = NaN) => ms.toFixed(1)),
        ),
      );
      slowest = Math.max(slowest, percentile(warm, 0.95));
    }
    const met = slowest < MOST_WARM_MS;
    process.stdout.write(
      `p95 under ${MOST_WARM_MS} ms while nothing changes: ${met ? 'yes' : 'NO'}\n\n`,
    );
    return met;
  } finally {
    await server.stop();
  }
}

type Ask = (method: string, path: string, body?: Buffer | object) => Promise<Record<string, never>>;

function askAs(origin: string, token: string): Ask {
  return async (method, path, body) => {
    const isFile = Buffer.isBuffer(body);
    const answer = await fetch(`${origin}/api/portfolio${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
    return (JSON.parse(text) as { data: Record<string, never> }).data;
  };
}

/** Its path. The ledger of the other parts, brought into fewer days, and its prices. */
async function madePortfolio(ask: Ask, count: number): Promise<string> {
  const made = await ask('POST', '', { name: 'Bench', base_currency: 'USD' });
  const path = `/${String(made['portfolio_id'])}`;
  const assets = madeAssets(ASSETS);
  const ledger = madeLedger(count, assets);
  const [begin, end] = [ledger[0]?.time ?? 0, ledger.at(-1)?.time ?? 0];
  const brought = (time: number) =>
    end - (end - time) * ((SPREAD_DAYS * DAY_MS) / (end - begin + DAY_MS));
  const lines = ledger.map((each) =>
    tidemarkLines({ ...each, id: randomUUID(), time: Math.floor(brought(each.time)) }),
  );
  const staged = await ask(
    'POST',
    `${path}/files?name=bench.csv`,
    Buffer.from(TIDEMARK_HEADER + lines.join('')),
  );
  await untilState(ask, `${path}/files/${String(staged['file_id'])}`, 'ready');
  const sent = await ask('POST', `${path}/imports`, { file_ids: [staged['file_id']] });
  await untilState(ask, `${path}/imports/${String(sent['import_id'])}`, 'done');
  const priceOf = madePrices(assets);
  const last = Math.floor(end / DAY_MS);
  const days = Array.from(
    { length: SPREAD_DAYS / PRICED_EACH_DAYS },
    (_, i) => last - i * PRICED_EACH_DAYS,
  );
  for (const asset of assets) {
    const prices = days.map((day) => ({
      day: new Date(day * DAY_MS).toISOString().slice(0, 10),
      price: priceOf(asset, day * DAY_MS).toFixed(),
    }));
    await ask('PUT', `${path}/asset-settings/${asset}`, { coin_id: null, is_mapped: true, prices });
  }
  return path;
}

async function untilState(ask: Ask, path: string, wanted: string): Promise<void> {
  await until(
    `${path} to be ${wanted}`,
    async () => {
      const { state } = (await ask('GET', path)) as { state?: string };
      if (state === 'failed') throw new Error(`${path} failed`);
      return state === wanted;
    },
    READ_LIMIT_MS,
  );
}

/** Of the first answer after an edit of last week, ascending. */
async function coldTimes(ask: Ask, route: string, path: string, rounds: number): Promise<number[]> {
  const lastWeek = new Date(Date.UTC(2026, 0, 1) - 7 * DAY_MS).toISOString();
  const times: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const bought = { asset: 'C01', quantity: '0.01', total: '1', currency: 'USD' };
    await ask('POST', `${path}/transactions`, { kind: 'buy', time: lastWeek, ...bought });
    times.push(...(await timesOf(1, () => ask('GET', route))));
  }
  return times.sort((a, b) => a - b);
}

async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b);
}
