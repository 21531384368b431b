import { ConfigError, type Environment } from '@tidemark/config/load-config';
import { newIdentityKeys } from '@tidemark/service/identity/identity-keys';
import type { PortName, ServiceModule } from '@tidemark/service/service-module';
import { expect, test } from 'vitest';
import { readEngines } from './engines.ts';

const ENGINES = {
  DATABASE_URL: 'postgresql://user:pass@db:5432/crypto_db',
  REDIS_URL: 'redis://redis:6379/0',
  KAFKA_BROKERS: 'kafka-0:9092,kafka-1:9092',
  IDENTITY_PUBLIC_KEYS: `gateway:${newIdentityKeys().publicKey}`,
};
const store = needing('database', 'cache', 'bus');
const door = needing('cache', 'bus');

function needing(...needs: PortName[]): ServiceModule {
  return { needs } as unknown as ServiceModule;
}

function without(...names: (keyof typeof ENGINES)[]): Environment {
  return Object.fromEntries(
    Object.entries(ENGINES).filter(([name]) => !names.includes(name as keyof typeof ENGINES)),
  );
}

function faultsOf(targets: string[], services: ServiceModule[], env: Environment) {
  try {
    readEngines(targets, services, env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
}

test('with nothing set, everything runs in one process', () => {
  expect(readEngines(['all'], [store, door], {})).toEqual({});
});

test('brokers come as a list', () => {
  const { KAFKA_BROKERS } = readEngines(['market-data'], [store], ENGINES);
  expect(KAFKA_BROKERS).toEqual(['kafka-0:9092', 'kafka-1:9092']);
});

test.each(['DATABASE_URL', 'REDIS_URL', 'KAFKA_BROKERS'] as const)(
  'a whole system without %s alone is refused: it would run half in memory',
  (name) => {
    const faults = faultsOf(['all'], [store, door], without(name));
    expect(faults).toEqual([
      expect.stringMatching(new RegExp(`^${name} is not set: .* are set: .* lose`)),
    ]);
  },
);

test.each(['DATABASE_URL', 'REDIS_URL', 'KAFKA_BROKERS'] as const)(
  'a part of the system without %s is refused, naming the target',
  (name) => {
    const faults = faultsOf(['market-data'], [store], without(name));
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name} .*TARGET=market-data`))]);
  },
);

test('a part of the system with nothing set names all it needs', () => {
  expect(faultsOf(['gateway'], [door], {})).toHaveLength(2);
});

test('a part needs no engine that none of its services asks for', () => {
  expect(faultsOf(['gateway'], [door], without('DATABASE_URL'))).toEqual([]);
});

test.each([
  ['DATABASE_URL', 'mysql://db/x'],
  ['REDIS_URL', 'redis:6379'],
  ['KAFKA_BROKERS', 'kafka'],
  ['IDENTITY_PUBLIC_KEYS', 'gateway'],
  ['IDENTITY_PUBLIC_KEYS', newIdentityKeys().publicKey],
  ['IDENTITY_PUBLIC_KEYS', `gateway:${newIdentityKeys().privateKey}`],
])('%s=%s is refused', (name, value) => {
  const faults = faultsOf(['all'], [store], { ...ENGINES, [name]: value });
  expect(faults).toEqual([expect.stringContaining(name)]);
});
