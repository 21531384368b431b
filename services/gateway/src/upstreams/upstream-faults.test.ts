import { expect, test } from 'vitest';
import { upstreamFaults } from './upstream-faults.ts';

const SECRET = 'x'.repeat(32);
const URLS = ['http://market-data:8000'];

function faults(config: Parameters<typeof upstreamFaults>[0], ...services: string[]): string[] {
  return upstreamFaults(config, new Set(services));
}

test('everything in one process needs nothing', () => {
  expect(faults({}, 'gateway', 'market-data', 'users', 'analytics')).toEqual([]);
});

test('a gateway apart from the services needs to know where they are, and the secret', () => {
  const set = {
    GATEWAY_SECRET: SECRET,
    MARKET_DATA_URL: URLS,
    USERS_URL: ['http://users:8000'],
    ANALYTICS_URL: ['http://analytics:8000'],
  };
  expect(faults(set, 'gateway')).toEqual([]);
  expect(faults({}, 'gateway')).toEqual([
    expect.stringMatching(/^GATEWAY_SECRET is not set/),
    expect.stringMatching(/^MARKET_DATA_URL is not set/),
    expect.stringMatching(/^USERS_URL is not set/),
    expect.stringMatching(/^ANALYTICS_URL is not set/),
  ]);
});

test('a service without the gateway needs the secret and no address', () => {
  expect(faults({ GATEWAY_SECRET: SECRET }, 'market-data')).toEqual([]);
  expect(faults({}, 'market-data')).toEqual([expect.stringMatching(/^GATEWAY_SECRET is not set/)]);
});

test('a service that asks another needs to know where that one is', () => {
  const asked = new Set(['market-data']);
  const here = new Set(['analytics']);
  const set = { GATEWAY_SECRET: SECRET, MARKET_DATA_URL: URLS };
  expect(upstreamFaults(set, here, asked)).toEqual([]);
  expect(upstreamFaults({ GATEWAY_SECRET: SECRET }, here, asked)).toEqual([
    expect.stringMatching(/^MARKET_DATA_URL is not set/),
  ]);
});

test('an address of a service that runs here is a mistake', () => {
  expect(faults({ MARKET_DATA_URL: URLS }, 'gateway', 'market-data', 'users', 'analytics')).toEqual(
    ['MARKET_DATA_URL is set, but market-data runs in this process'],
  );
});
