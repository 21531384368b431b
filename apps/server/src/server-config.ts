import { CommonConfigSchema, PublicUrlSchema } from '@tidemark/config/common-config';
import { ConfigError, loadConfig, type Environment } from '@tidemark/config/load-config';
import { suspectVariables } from '@tidemark/config/suspect-variables';
import { proxyFault } from '@tidemark/http/addresses/trusted-proxies';
import type { UpstreamConfig } from '@tidemark/gateway/config';
import { upstreamFaults } from '@tidemark/gateway/upstreams/upstream-faults';
import type { ServiceModule } from '@tidemark/service/service-module';
import Type, { type Static } from 'typebox';
import { EngineConfigSchema, readEngines, type EngineConfig } from './engines.ts';
import { knownTargets } from './modules.ts';
import { readTls } from './tls-files.ts';

/** What the process itself reads, beside what its services declare. */
export const ServerConfigSchema = Type.Object({
  ...CommonConfigSchema.properties,
  TARGET: Type.Array(Type.Enum(knownTargets()), {
    default: ['all'],
    minItems: 1,
    description: 'the modules to run',
  }),
  CORS_ORIGINS: Type.Array(Type.String({ pattern: '^https?://[^/?#@*\\s]+/?$' }), {
    default: [],
    description: 'origins such as https://a.example whose pages may call the API beside our own',
  }),
  TRUSTED_PROXIES: Type.Array(Type.String(), {
    default: [],
    description: 'addresses and networks such as 10.0.0.0/8 of proxies in front',
  }),
  CONNECTIONS_PER_ADDRESS: Type.Integer({
    default: 200,
    minimum: 1,
    maximum: 1_000_000,
    description: 'connections that may be open from one address at a gateway',
  }),
  PUBLIC_URL: Type.Optional(PublicUrlSchema),
  TLS_CERT_FILE: Type.Optional(Type.String({ description: 'a certificate with its chain, PEM' })),
  TLS_KEY_FILE: Type.Optional(Type.String({ description: 'the key of the certificate, PEM' })),
  HTTP_REDIRECT_PORT: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 65_535,
      description: 'where plain HTTP is sent on to TLS',
    }),
  ),
  BINANCE_WS_URL: Type.Optional(Type.String()),
  BINANCE_REST_URL: Type.Optional(Type.String()),
  COINBASE_WS_URL: Type.Optional(Type.String()),
  COINBASE_REST_URL: Type.Optional(Type.String()),
  ECB_RATES_URL: Type.Optional(Type.String()),
  SIMULATED_NEWS_URL: Type.Optional(Type.String()),
});
export type ServerConfig = Readonly<Static<typeof ServerConfigSchema>>;

/** The modules to run. One that does not exist is refused with the rest of the configuration. */
export function readTargets(env: Environment): string[] {
  const named = (env.TARGET ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const known = named.filter((name) => knownTargets().includes(name));
  return known.length > 0 ? known : ['all'];
}

/**
 * What the process itself reads; frozen.
 * @throws ConfigError listing its faults
 */
export function readServer(env: Environment): ServerConfig {
  const server = loadConfig(ServerConfigSchema, env);
  const faults = serverFaults(server);
  if (faults.length > 0) throw new ConfigError(faults);
  return server;
}

/** A service's own values by its name; frozen. */
export type ServiceConfigs = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

export interface Configuration {
  server: ServerConfig;
  engines: EngineConfig;
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
  const told = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const fault of error.faults) faults.add(fault);
      return undefined;
    }
  };
  const server = told(() => readServer(env));
  const configs = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { name, configSchema } of services) {
    configs.set(name, told(() => loadConfig(configSchema, env)) ?? {});
  }
  const targets = readTargets(env);
  const engines = told(() => readEngines(targets, services, env));
  if (engines && !targets.includes('all')) {
    for (const fault of apartFaults(services, configs, engines)) faults.add(fault);
  }
  if (!server || !engines || faults.size > 0) throw new ConfigError([...faults]);
  return { server, engines, services: configs, suspects: suspects(services, env) };
}

/** What no schema can tell. */
function serverFaults(server: ServerConfig): string[] {
  const proxies = server.TRUSTED_PROXIES.flatMap((proxy) => {
    const fault = proxyFault(proxy);
    return fault === null ? [] : [`TRUSTED_PROXIES: ${proxy} ${fault}`];
  });
  return [...proxies, ...tlsFaults(server)];
}

function tlsFaults(server: ServerConfig): string[] {
  const { TLS_CERT_FILE: cert, TLS_KEY_FILE: key, HTTP_REDIRECT_PORT: redirect } = server;
  if (cert === undefined && key === undefined) {
    return redirect === undefined
      ? []
      : ['HTTP_REDIRECT_PORT is set, and nothing speaks TLS: set TLS_CERT_FILE and TLS_KEY_FILE'];
  }
  if (cert === undefined) return ['TLS_KEY_FILE is set and TLS_CERT_FILE is not'];
  if (key === undefined) return ['TLS_CERT_FILE is set and TLS_KEY_FILE is not'];
  try {
    readTls({ TLS_CERT_FILE: cert, TLS_KEY_FILE: key });
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** What is wrong with how this process and the services that run elsewhere are to find and to trust each other. */
function apartFaults(
  services: readonly ServiceModule[],
  configs: ServiceConfigs,
  { IDENTITY_PUBLIC_KEYS }: EngineConfig,
): string[] {
  const names = new Set(services.map(({ name }) => name));
  const set = Object.assign({}, ...configs.values()) as UpstreamConfig;
  return upstreamFaults({ ...set, IDENTITY_PUBLIC_KEYS }, names);
}

function suspects(services: readonly ServiceModule[], env: Environment): string[] {
  const schemas = [
    ServerConfigSchema,
    EngineConfigSchema,
    ...services.map((service) => service.configSchema),
  ];
  const known = schemas.flatMap((schema) => Object.keys(schema.properties));
  return suspectVariables(known, env).map(
    ({ name, meant }) => `${name} is set and nothing reads it; ${meant} was meant?`,
  );
}
