import { ConfigError } from '@tidemark/config/load-config';
import type { ServiceModule } from '@tidemark/service/service-module';
import Type from 'typebox';
import { expect, test } from 'vitest';
import { readConfiguration, readTargets } from './server-config.ts';

const service = {
  name: 'tides',
  needs: [],
  configSchema: Type.Object({ TIDE_HOURS: Type.Integer({ default: 6, minimum: 1 }) }),
  migrations: {},
} as unknown as ServiceModule;

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfiguration([service], env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
}

test('nothing needs to be set', () => {
  const { server, services, suspects } = readConfiguration([service], {});
  expect(server).toMatchObject({ HOST: '127.0.0.1', PORT: 8000, MARKET_SOURCE: 'auto' });
  expect(services.get('tides')).toEqual({ TIDE_HOURS: 6 });
  expect(suspects).toEqual([]);
});

test('faults of the process and of a service come together', () => {
  expect(faultsOf({ PORT: '-1', TIDE_HOURS: '0' })).toHaveLength(2);
});

test('several modules may be named; an unknown one is a fault among the others, not the only one told', () => {
  expect(readTargets({})).toEqual(['all']);
  expect(readTargets({ TARGET: 'gateway, Market-Data' })).toEqual(['gateway', 'market-data']);
  expect(readTargets({ TARGET: 'nonsense' })).toEqual(['all']);
  expect(faultsOf({ TARGET: 'nonsense', PORT: 'x' })).toHaveLength(2);
});

test('a variable that looks misspelt is pointed out', () => {
  const { suspects } = readConfiguration([service], { TIDE_HUORS: '3' });
  expect(suspects).toEqual([expect.stringContaining('TIDE_HOURS')]);
});
