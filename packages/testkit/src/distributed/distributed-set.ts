import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { newIdentityKeys } from '@tidemark/service/identity/identity-keys';
import type { EngineUrls } from './given-engines.ts';
import { LoggedProcess } from './logged-process.ts';
import { SERVER_MAIN, TEST_RESULTS } from './places.ts';
import { setMember, type SetMember } from './set-member.ts';
import { setPort } from './set-port.ts';
import {
  startSimulatorProcess,
  type ExchangeUrls,
  type MarketOptions,
  type SimulatorProcess,
} from './simulator-process.ts';

/** All clients of a test come from one address; what a limit does has tests of its own. */
const UNLIMITED = {
  RATE_LIMIT_GENERAL_PER_MIN: '1000000',
  RATE_LIMIT_AUTH_PER_MIN: '1000000',
  RATE_LIMIT_DATA_PER_MIN: '1000000',
  WS_CONNECTIONS_PER_ADDRESS: '1000000',
  CONNECTIONS_PER_ADDRESS: '1000000',
};

export interface SetPlan {
  /** Names the folder of its logs, in test-results/. */
  label: string;
  engines: EngineUrls;
  /** Other addresses for one process, such as those of a line that can be cut. */
  enginesOf?: (name: string) => Partial<EngineUrls>;
  /** Replicas. Default 2 each; they are called `market-data-a`, `market-data-b`, `gateway-a`, … */
  marketData?: number;
  gateways?: number;
  /** Replicas of users. Default 1. */
  users?: number;
  /** Replicas of analytics. Default 1. */
  analytics?: number;
  /** Replicas of portfolio. Default 1. */
  portfolio?: number;
  /** Replicas of sentiment. Default 1. */
  sentiment?: number;
  /** Replicas of alerts. Default 1. */
  alerts?: number;
  /** The market that the simulator makes, or the addresses of other venues. */
  market?: MarketOptions | ExchangeUrls;
  /** More variables for every process. */
  env?: Readonly<Record<string, string>>;
}

/** Tidemark as a process for each replica of each service, and the simulator that they read. */
export interface DistributedSet {
  members: readonly SetMember[];
  gateways: readonly SetMember[];
  marketData: readonly SetMember[];
  users: readonly SetMember[];
  analytics: readonly SetMember[];
  portfolio: readonly SetMember[];
  sentiment: readonly SetMember[];
  alerts: readonly SetMember[];
  /** @throws RangeError when there is none of that name */
  member(name: string): SetMember;
  /** The last lines of every process's output. */
  tails(lines?: number): string;
  /** Ends every process. @throws Error when one does not end in time; it is killed then */
  stop(): Promise<void>;
}

/**
 * Starts the set, all processes at once, and waits until every one is ready.
 * @throws Error with the end of the output of the process that failed
 */
export async function startDistributedSet(plan: SetPlan): Promise<DistributedSet> {
  const logs = join(TEST_RESULTS, 'processes', plan.label);
  rmSync(logs, { recursive: true, force: true });
  const simulator = await simulatorFor(plan, logs);
  const marketUrls = simulator?.urls ?? (plan.market as ExchangeUrls);
  const set = await assemble(plan, logs, marketUrls);
  const { members } = set;
  const stop = async () => {
    const stopping = [...members].reverse().map((member) => member.stop());
    const endings = await Promise.allSettled(stopping);
    await simulator?.process.end('SIGTERM');
    const failed = endings.find((ending) => ending.status === 'rejected');
    if (failed) throw failed.reason as Error;
  };
  try {
    await Promise.all(members.map((member) => member.start()));
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
  return { ...set, stop };
}

async function simulatorFor(plan: SetPlan, logs: string): Promise<SimulatorProcess | undefined> {
  const { market = {} } = plan;
  if ('BINANCE_WS_URL' in market) return undefined;
  return startSimulatorProcess(join(logs, 'exchange-sim.log'), market);
}

async function assemble(plan: SetPlan, logs: string, market: ExchangeUrls) {
  const keys = {
    ...{ gateway: newIdentityKeys(), analytics: newIdentityKeys() },
    ...{ portfolio: newIdentityKeys(), sentiment: newIdentityKeys() },
    alerts: newIdentityKeys(),
  };
  const shared = {
    HOST: '127.0.0.1',
    MARKET_SOURCE: 'simulated',
    IDENTITY_PUBLIC_KEYS: Object.entries(keys)
      .map(([name, { publicKey }]) => `${name}:${publicKey}`)
      .join(','),
    ...UNLIMITED,
    ...market,
    ...plan.env,
  };
  const make = async (service: SetMember['service'], i: number, more: Record<string, string>) => {
    const name = `${service}-${String.fromCharCode(97 + i)}`;
    const port = await setPort();
    const { DATABASE_URL, ...others } = { ...plan.engines, ...plan.enginesOf?.(name) };
    const engines = service === 'gateway' ? others : { DATABASE_URL, ...others };
    const env = { ...shared, ...engines, TARGET: service, PORT: String(port), ...more };
    const logFile = join(logs, `${name}.log`);
    const member = new LoggedProcess({ name, args: [SERVER_MAIN], env, logFile });
    return setMember(service, `http://127.0.0.1:${port}`, member);
  };
  const replicas = (count: number) => Array.from({ length: count }, (_, i) => i);
  const marketData = await Promise.all(
    replicas(plan.marketData ?? 2).map((i) => make('market-data', i, {})),
  );
  const INSTANCE_SECRET = randomBytes(32).toString('hex');
  const users = await Promise.all(
    replicas(plan.users ?? 1).map((i) => make('users', i, { INSTANCE_SECRET })),
  );
  const toMarket = { MARKET_DATA_URL: urlsOf(marketData) };
  const sentiment = await Promise.all(
    replicas(plan.sentiment ?? 1).map((i) =>
      make('sentiment', i, { ...toMarket, IDENTITY_KEY: keys.sentiment.privateKey }),
    ),
  );
  const toNews = { SENTIMENT_URL: urlsOf(sentiment) };
  const analytics = await Promise.all(
    replicas(plan.analytics ?? 1).map((i) =>
      make('analytics', i, { ...toMarket, ...toNews, IDENTITY_KEY: keys.analytics.privateKey }),
    ),
  );
  const portfolio = await Promise.all(
    replicas(plan.portfolio ?? 1).map((i) =>
      make('portfolio', i, {
        ...{ ...toMarket, USERS_URL: urlsOf(users) },
        IDENTITY_KEY: keys.portfolio.privateKey,
      }),
    ),
  );
  const alerts = await Promise.all(
    replicas(plan.alerts ?? 1).map((i) =>
      make('alerts', i, {
        ...{ ...toMarket, USERS_URL: urlsOf(users) },
        ...{ IDENTITY_KEY: keys.alerts.privateKey, INSTANCE_SECRET },
      }),
    ),
  );
  const upstreams = {
    ...toMarket,
    IDENTITY_KEY: keys.gateway.privateKey,
    USERS_URL: urlsOf(users),
    ANALYTICS_URL: urlsOf(analytics),
    PORTFOLIO_URL: urlsOf(portfolio),
    ALERTS_URL: urlsOf(alerts),
    ...toNews,
  };
  const gateways = await Promise.all(
    replicas(plan.gateways ?? 2).map((i) => make('gateway', i, upstreams)),
  );
  const services = [...marketData, ...users, ...analytics, ...portfolio, ...sentiment];
  return describeSet([...services, ...alerts, ...gateways]);
}

function urlsOf(members: readonly SetMember[]): string {
  return members.map((member) => member.url).join(',');
}

function describeSet(members: readonly SetMember[]): Omit<DistributedSet, 'stop'> {
  return {
    members,
    gateways: members.filter(({ service }) => service === 'gateway'),
    marketData: members.filter(({ service }) => service === 'market-data'),
    users: members.filter(({ service }) => service === 'users'),
    analytics: members.filter(({ service }) => service === 'analytics'),
    portfolio: members.filter(({ service }) => service === 'portfolio'),
    sentiment: members.filter(({ service }) => service === 'sentiment'),
    alerts: members.filter(({ service }) => service === 'alerts'),
    member: (name) => {
      const found = members.find((member) => member.name === name);
      if (!found) throw new RangeError(`no process ${name}`);
      return found;
    },
    tails: (lines) => members.map((member) => member.tail(lines)).join('\n'),
  };
}
