import { knownServices } from '@tidemark/contracts/services';
import { expect, test } from 'vitest';
import { upstreamFaults } from './upstream-faults.ts';

const IDENTITY_KEY = 'a key';
const IDENTITY_PUBLIC_KEYS = ['gateway:a key'];
const SERVICE_NAMES = knownServices().map(({ name }) => name);
const URLS = ['http://market-data:8000'];

function faults(config: Parameters<typeof upstreamFaults>[0], ...services: string[]): string[] {
  return upstreamFaults(config, new Set(services));
}

test('everything in one process needs nothing', () => {
  expect(faults({}, 'gateway', ...SERVICE_NAMES)).toEqual([]);
});

test('a gateway apart from the services needs to know where they are, and a key to sign with', () => {
  const set = {
    IDENTITY_KEY,
    MARKET_DATA_URL: URLS,
    USERS_URL: ['http://users:8000'],
    ANALYTICS_URL: ['http://analytics:8000'],
    PORTFOLIO_URL: ['http://portfolio:8000'],
    SENTIMENT_URL: ['http://sentiment:8000'],
    ALERTS_URL: ['http://alerts:8000'],
  };
  expect(faults(set, 'gateway')).toEqual([]);
  expect(faults({}, 'gateway')).toEqual([
    expect.stringMatching(/^IDENTITY_KEY is not set/),
    expect.stringMatching(/^MARKET_DATA_URL is not set/),
    expect.stringMatching(/^ANALYTICS_URL is not set/),
    expect.stringMatching(/^SENTIMENT_URL is not set/),
    expect.stringMatching(/^PORTFOLIO_URL is not set/),
    expect.stringMatching(/^ALERTS_URL is not set/),
    expect.stringMatching(/^USERS_URL is not set/),
  ]);
});

test('a service without the gateway needs the gateway’s public key, and neither an address nor a key of its own', () => {
  expect(faults({ IDENTITY_PUBLIC_KEYS }, 'market-data')).toEqual([]);
  const refused = [
    expect.stringMatching(/^IDENTITY_PUBLIC_KEYS has no key of the gateway: .*GATEWAY_SECRET/),
  ];
  expect(faults({}, 'market-data')).toEqual(refused);
  expect(faults({ IDENTITY_PUBLIC_KEYS: ['analytics:a key'] }, 'market-data')).toEqual(refused);
});

test('a service that asks another needs a key of its own, and to know where that one is', () => {
  const elsewhere = { MARKET_DATA_URL: URLS, SENTIMENT_URL: URLS };
  const set = { IDENTITY_KEY, IDENTITY_PUBLIC_KEYS, ...elsewhere };
  expect(faults(set, 'analytics')).toEqual([]);
  expect(faults({ IDENTITY_PUBLIC_KEYS }, 'analytics')).toEqual([
    expect.stringMatching(/^IDENTITY_KEY is not set/),
    expect.stringMatching(/^MARKET_DATA_URL is not set/),
    expect.stringMatching(/^SENTIMENT_URL is not set/),
  ]);
});

test('an address of a service that runs here is a mistake', () => {
  const all = ['gateway', ...SERVICE_NAMES];
  expect(faults({ MARKET_DATA_URL: URLS }, ...all)).toEqual([
    'MARKET_DATA_URL is set, but market-data runs in this process',
  ]);
});
