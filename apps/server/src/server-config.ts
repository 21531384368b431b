import { CommonConfigSchema } from '@tidemark/config/common-config';
import { ConfigError, loadConfig, type Environment } from '@tidemark/config/load-config';
import { suspectVariables } from '@tidemark/config/suspect-variables';
import { MODULES } from './modules.ts';
import type { ServiceModule } from '@tidemark/service/service-module';
import Type, { type Static, type TObject } from 'typebox';

/** What the process itself reads, beside what its services declare. */
export const ServerConfigSchema = Type.Object({
  ...CommonConfigSchema.properties,
  TARGET: Type.Enum(Object.keys(MODULES), { default: 'all', description: 'module to run' }),
  CORS_ORIGINS: Type.Array(Type.String(), {
    default: [],
    description: 'origins whose pages may call the API beside our own',
  }),
  BINANCE_WS_URL: Type.Optional(Type.String()),
  BINANCE_REST_URL: Type.Optional(Type.String()),
  COINBASE_WS_URL: Type.Optional(Type.String()),
  COINBASE_REST_URL: Type.Optional(Type.String()),
});
export type ServerConfig = Readonly<Static<typeof ServerConfigSchema>>;

/** The module to run. One that does not exist is refused with the rest of the configuration. */
export function readTarget(env: Environment): string {
  const target = env.TARGET?.trim().toLowerCase() ?? '';
  return target in MODULES ? target : 'all';
}

const DistributedSchema = Type.Object({
  DATABASE_URL: Type.Optional(Type.String()),
  REDIS_URL: Type.Optional(Type.String()),
  KAFKA_BROKERS: Type.Optional(Type.String()),
});

/** A service's own values by its name; frozen. */
export type ServiceConfigs = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

export interface Configuration {
  server: ServerConfig;
  services: ServiceConfigs;
  /** Variables that look misspelt, in words. */
  suspects: readonly string[];
}

/**
 * Reads what the process and its services declare.
 * @throws ConfigError listing the faults of all of them
 */
export function readConfiguration(
  services: readonly ServiceModule[],
  env: Environment,
): Configuration {
  const faults = new Set<string>();
  const read = <T extends TObject>(schema: T): Readonly<Static<T>> | undefined => {
    try {
      return loadConfig(schema, env);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const fault of error.faults) faults.add(fault);
      return undefined;
    }
  };
  const server = read(ServerConfigSchema);
  const configs = new Map<string, Readonly<Record<string, unknown>>>();
  for (const service of services) configs.set(service.name, read(service.configSchema) ?? {});
  for (const fault of distributedFaults(env)) faults.add(fault);
  if (!server || faults.size > 0) throw new ConfigError([...faults]);
  return { server, services: configs, suspects: suspects(services, env) };
}

/** Better to refuse than to write into a folder what its owner believes to be in PostgreSQL. */
function distributedFaults(env: Environment): string[] {
  return Object.keys(loadConfig(DistributedSchema, env)).map(
    (name) => `${name} is set, but this version keeps everything in its own process: unset it`,
  );
}

function suspects(services: readonly ServiceModule[], env: Environment): string[] {
  const schemas = [
    ServerConfigSchema,
    DistributedSchema,
    ...services.map((service) => service.configSchema),
  ];
  const known = schemas.flatMap((schema) => Object.keys(schema.properties));
  return suspectVariables(known, env).map(
    ({ name, meant }) => `${name} is set and nothing reads it; ${meant} was meant?`,
  );
}
