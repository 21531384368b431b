import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import {
  startDistributedSet,
  type DistributedSet,
} from '@tidemark/testkit/distributed/distributed-set';
import { ENGINES_MISSING, givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines, withHost, type OwnEngines } from '@tidemark/testkit/distributed/own-engines';
import { until } from '@tidemark/testkit/until';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { WebSocket } from 'ws';
import { STORING } from '../src/roles/owned-tables.ts';
import { databaseRoles } from '../src/roles/roles-command.ts';
import { madeChannel } from './support/made-alert.ts';
import { madePortfolio, madeWatchlist } from './support/made-portfolio.ts';
import { register } from './support/person.ts';
import { freePort } from './support/starting-server.ts';

const SLOW_MS = 240_000;
const SECRETS = fileURLToPath(new URL('../../../deploy/docker/make-secrets.mjs', import.meta.url));
const engines = givenEngines();
if (!engines) console.warn(ENGINES_MISSING);

/** What the Compose file would give a process: its role of PostgreSQL, its user of Redis. */
class Shares {
  readonly root = mkdtempSync(join(tmpdir(), 'tidemark-shares-'));
  readonly #run = Math.random().toString(36).slice(2, 8);

  constructor() {
    execFileSync(process.execPath, [SECRETS, join(this.root, 'store'), join(this.root, 'for')]);
  }

  read(service: string, name: string): string {
    return readFileSync(join(this.root, 'for', service, name), 'utf8').trim();
  }

  /** Of the service in the database at `url`, whose server may have other roles of its name. */
  databaseUrl(service: string, url: string): string {
    const { username, password } = new URL(this.read(service, 'database-url'));
    return Object.assign(new URL(url), { username: `${username}_${this.#run}`, password }).href;
  }
}

describe.skipIf(!engines)('a set whose processes have each what it needs and no more', () => {
  const shares = new Shares();
  let own: OwnEngines | undefined;
  let redis: ChildProcess | undefined;
  let set: DistributedSet | undefined;
  const databaseUrlOf = (service: string) => shares.databaseUrl(service, own!.urls.DATABASE_URL);

  beforeAll(async () => {
    own = await ownEngines(engines!);
    await databaseRoles({
      DATABASE_URL: own.urls.DATABASE_URL,
      MARKET_DATA_DATABASE_URL: databaseUrlOf('market-data'),
      USERS_DATABASE_URL: databaseUrlOf('users'),
      ANALYTICS_DATABASE_URL: databaseUrlOf('analytics'),
      PORTFOLIO_DATABASE_URL: databaseUrlOf('portfolio'),
      SENTIMENT_DATABASE_URL: databaseUrlOf('sentiment'),
      ALERTS_DATABASE_URL: databaseUrlOf('alerts'),
    });
    const port = await freePort();
    const conf = join(shares.root, 'for/redis/redis.conf');
    const settings = ['--bind', '127.0.0.1', '--port', String(port), '--save', ''];
    redis = spawn('redis-server', [conf, ...settings], { cwd: shares.root, stdio: 'ignore' });
    set = await startDistributedSet({
      label: 'least-privilege',
      engines: own.urls,
      enginesOf: (name) => {
        const service = name.replace(/-\w$/, '');
        if (service === 'portfolio' || service === 'alerts')
          return { DATABASE_URL: databaseUrlOf(service) };
        const REDIS_URL = withHost(shares.read(service, 'redis-url'), `127.0.0.1:${port}`);
        return service === 'gateway'
          ? { REDIS_URL }
          : { REDIS_URL, DATABASE_URL: databaseUrlOf(service) };
      },
      ...{ marketData: 1, gateways: 1, env: { HISTORY_BACKFILL: 'false' } },
    });
  }, SLOW_MS);
  afterAll(async () => {
    await set?.stop();
    redis?.kill('SIGKILL');
    await own?.remove();
    const server = new PostgresDatabase({ url: engines!.urls.DATABASE_URL, schema: 'public' });
    for (const service of STORING) {
      const role = sql.id(new URL(databaseUrlOf(service)).username);
      await sql`drop role if exists ${role}`.execute(server.as());
    }
    await server.close();
    rmSync(shares.root, { recursive: true });
  }, SLOW_MS);

  test(
    'tells prices, keeps candles, makes accounts, computes, watches, and streams',
    async () => {
      onTestFailed(() => console.error(set!.tails()));
      const url = set!.gateways[0]!.url;
      const status = (path: string, token?: string) =>
        fetch(url + path, {
          headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        }).then((answer) => answer.status);
      const answers = (path: string, token?: string) =>
        until(`${path} to answer`, async () => (await status(path, token)) === 200, 60_000);
      await answers('/api/market/price/bitcoin');
      await answers('/api/market/candles/bitcoin?interval=1m');
      await answers('/api/market/feeds');
      await answers('/api/analytics/indicators?coins=bitcoin');
      await answers('/api/sentiment/market');
      await answers('/api/sentiment/bitcoin/lead-lag');
      const person = await register(url);
      const { access_token } = await person.login();
      await answers('/api/users/me', access_token);
      await answers('/api/admin/security-events', access_token);
      const channel = await madeChannel(person);
      const condition = { quantity: 'price', direction: 'above', bound: 0.01 };
      await person.post('/api/alerts', { coins: ['bitcoin'], condition, channels: [channel] });
      const fired = () => person.get<unknown[]>('/api/alerts/firings');
      await until('an alert fires', async () => (await fired()).length === 1, 60_000);
      const sent = () => person.get<{ attempts: unknown[] }[]>('/api/alerts/deliveries');
      await until('it is tried', async () => (await sent())[0]?.attempts.length === 1, 60_000);
      const { key } = await person.apiKey('read');
      await answers('/api/users/me', key);
      const stream = new WebSocket(`${url.replace('http', 'ws')}/ws/prices?coins=bitcoin`, {
        headers: { authorization: `Bearer ${access_token}` },
      });
      const [first] = (await once(stream, 'message')) as [Buffer];
      expect(JSON.parse(first.toString())).toMatchObject({ seq: 1, type: 'price_update' });
      const headers = { authorization: `Bearer ${access_token}` };
      await fetch(`${url}/api/users/logout`, { method: 'POST', headers });
      const [code] = (await once(stream, 'close')) as [number];
      expect(code).toBe(4401);
      // Nothing that a process may not do was tried: what is refused would be in its log.
      expect(set!.tails(2_000)).not.toMatch(/permission denied|NOPERM|42501/);
    },
    SLOW_MS,
  );

  test(
    'portfolio asks users which accounts there are, and removes what the others left',
    async () => {
      onTestFailed(() => console.error(set!.tails()));
      const person = await register(set!.gateways[0]!.url);
      const { user_id: id } = person.signedIn;
      await madePortfolio(person);
      await madeWatchlist(person);
      const stranger = randomUUID();
      const database = new PostgresDatabase({ url: own!.urls.DATABASE_URL, schema: 'simulated' });
      const db = database.as();
      await sql`update portfolios set user_id = ${stranger} where user_id = ${id}`.execute(db);
      const since = new Date(Date.now() - 8 * 86_400_000);
      await sql`insert into absent_owners values (${stranger}, ${since}), (${id}, ${since})`.execute(
        db,
      );
      const [asker] = set!.portfolio;
      await asker!.stop();
      await asker!.start();
      const kept = async () => {
        const { rows } = await sql<{ user_id: string }>`
          select user_id from portfolios union all select user_id from watchlists
          union all select user_id from absent_owners`.execute(db);
        return rows.map(({ user_id }) => user_id).filter((one) => one === id || one === stranger);
      };
      await until(
        'what was left is removed',
        async () => !(await kept()).includes(stranger),
        60_000,
      );
      // Who is there keeps the watchlist, and is noted as absent no more.
      expect(await kept()).toEqual([id]);
      await database.close();
      expect(set!.tails(2_000)).not.toMatch(/permission denied|NOPERM|42501/);
    },
    SLOW_MS,
  );

  test(
    'alerts asks too, and removes what the others left',
    async () => {
      onTestFailed(() => console.error(set!.tails()));
      const { user_id: id } = (await register(set!.gateways[0]!.url)).signedIn;
      const stranger = randomUUID();
      const database = new PostgresDatabase({ url: own!.urls.DATABASE_URL, schema: 'simulated' });
      const db = database.as();
      const since = new Date(Date.now() - 8 * 86_400_000);
      for (const owner of [id, stranger]) {
        await sql`insert into alert_mails values (${randomUUID()}, ${owner}, now())`.execute(db);
        await sql`insert into alert_absent_owners values (${owner}, ${since})`.execute(db);
      }
      const [asker] = set!.alerts;
      await asker!.stop();
      await asker!.start();
      const kept = async () => {
        const { rows } = await sql<{ user_id: string }>`
          select user_id from alert_mails
          union all select user_id from alert_absent_owners`.execute(db);
        return rows.map(({ user_id }) => user_id);
      };
      await until('what was left is removed', async () => (await kept()).length === 1, 60_000);
      expect(await kept()).toEqual([id]);
      await database.close();
      expect(set!.tails(2_000)).not.toMatch(/permission denied|NOPERM|42501/);
    },
    SLOW_MS,
  );
});
