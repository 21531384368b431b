import { ConfigError, loadConfig, type Environment } from '@tidemark/config/load-config';
import { IdentityPublicKeysSchema } from '@tidemark/service/identity/identity-keys';
import type { PortName, ServiceModule } from '@tidemark/service/service-module';
import Type, { type Static } from 'typebox';

/** The engines that several processes share. None set: everything is kept in this process. */
export const EngineConfigSchema = Type.Object({
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://.+',
      description: 'an address such as postgresql://user:password@host:5432/name',
    }),
  ),
  REDIS_URL: Type.Optional(
    Type.String({
      pattern: '^rediss?://.+',
      description: 'an address such as redis://host:6379/0',
    }),
  ),
  KAFKA_BROKERS: Type.Optional(
    Type.Array(Type.String({ pattern: '^[^\\s/:]+:\\d{1,5}$' }), {
      minItems: 1,
      description: 'brokers such as host:9092, with commas',
    }),
  ),
  IDENTITY_PUBLIC_KEYS: Type.Optional(IdentityPublicKeysSchema),
  INSTANCE_SECRET: Type.Optional(
    Type.String({
      minLength: 32,
      maxLength: 1024,
      description: 'kept as long as the data; `openssl rand -hex 32` makes one',
    }),
  ),
});
export type EngineConfig = Readonly<Static<typeof EngineConfigSchema>>;

/** The variable that names the engine of each port. */
const VARIABLE_OF: Readonly<Record<PortName, keyof EngineConfig>> = {
  database: 'DATABASE_URL',
  cache: 'REDIS_URL',
  bus: 'KAFKA_BROKERS',
  secret: 'INSTANCE_SECRET',
};
const ENGINE_VARIABLES = ['DATABASE_URL', 'REDIS_URL', 'KAFKA_BROKERS'] as const;

/**
 * Reads which engines are shared.
 * @throws ConfigError when some that are needed are named and others are not: a process that ran half in memory would
 * lose what the others count on
 */
export function readEngines(
  targets: readonly string[],
  services: readonly ServiceModule[],
  env: Environment,
): EngineConfig {
  const engines = loadConfig(EngineConfigSchema, env);
  const faults = engineFaults(targets, services, engines);
  if (faults.length > 0) throw new ConfigError(faults);
  return engines;
}

function engineFaults(
  targets: readonly string[],
  services: readonly ServiceModule[],
  engines: EngineConfig,
): string[] {
  const set = ENGINE_VARIABLES.filter((name) => engines[name] !== undefined);
  const whole = targets.includes('all');
  if (set.length === 0 && whole) return [];
  const needs = new Set(services.flatMap((service) => service.needs));
  const needed = [...needs].map((port) => VARIABLE_OF[port]).sort();
  const why = whole
    ? `${set.join(' and ')} ${set.length > 1 ? 'are' : 'is'} set: a process that kept the rest in its own memory would ` +
      'lose what the others count on'
    : `TARGET=${targets.join(',')} runs a part of the system, which meets the other parts there`;
  return needed
    .filter((name) => engines[name] === undefined)
    .map((name) => `${name} is not set: ${why}`);
}
