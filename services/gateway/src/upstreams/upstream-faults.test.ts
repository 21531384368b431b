import { expect, test } from 'vitest';
import { upstreamFaults } from './upstream-faults.ts';

const SECRET = 'x'.repeat(32);
const URLS = ['http://market-data:8000'];

function faults(config: Parameters<typeof upstreamFaults>[0], ...services: string[]): string[] {
  return upstreamFaults(config, new Set(services));
}

test('everything in one process needs nothing', () => {
  expect(faults({}, 'gateway', 'market-data')).toEqual([]);
});

test('a gateway without market-data needs to know where it is, and the secret', () => {
  expect(faults({ GATEWAY_SECRET: SECRET, MARKET_DATA_URL: URLS }, 'gateway')).toEqual([]);
  expect(faults({}, 'gateway')).toEqual([
    expect.stringMatching(/^GATEWAY_SECRET is not set/),
    expect.stringMatching(/^MARKET_DATA_URL is not set/),
  ]);
});

test('a service without the gateway needs the secret and no address', () => {
  expect(faults({ GATEWAY_SECRET: SECRET }, 'market-data')).toEqual([]);
  expect(faults({}, 'market-data')).toEqual([expect.stringMatching(/^GATEWAY_SECRET is not set/)]);
});

test('an address of a service that runs here is a mistake', () => {
  expect(faults({ MARKET_DATA_URL: URLS }, 'gateway', 'market-data')).toEqual([
    'MARKET_DATA_URL is set, but market-data runs in this process',
  ]);
});
