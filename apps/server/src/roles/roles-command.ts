import { ConfigError, loadConfig, type Environment } from '@tidemark/config/load-config';
import Type from 'typebox';
import { openPatiently } from '../runtime.ts';
import { giveRoles, type Role } from './give-roles.ts';
import { roleVariable, STORING } from './owned-tables.ts';

const url = (whose: string) =>
  Type.String({
    pattern: '^postgres(ql)?://[^:@/]+:[^@/]+@.+',
    description: `the address that ${whose} is given, with its user and password`,
  });

const ConfigSchema = Type.Object({
  DATABASE_URL: Type.String({
    pattern: '^postgres(ql)?://.+',
    description: 'the address of a role that may make roles',
  }),
  ...Object.fromEntries(STORING.map((service) => [roleVariable(service), url(service)])),
});

/**
 * `npm run database-roles`: gives each service the role that its address names.
 * @returns what to tell whoever asked
 * @throws ConfigError or DatabaseUnavailableError in words
 */
export async function databaseRoles(env: Environment): Promise<string> {
  const config = loadConfig(ConfigSchema, env);
  const addresses: Readonly<Record<string, string>> = config;
  const roles = new Map(
    STORING.map((service) => [service, roleIn(addresses[roleVariable(service)] ?? '')]),
  );
  const names = [...roles.values()].map(({ name }) => name);
  if (new Set([...names, roleIn(config.DATABASE_URL).name]).size < names.length + 1) {
    throw new ConfigError(['two of the addresses name the same role: each needs its own']);
  }
  const database = await openPatiently(config.DATABASE_URL, 'live');
  try {
    await giveRoles(database, roles);
  } finally {
    await database.close();
  }
  return `Each service has its role, and its own tables alone: ${names.join(', ')}.`;
}

function roleIn(address: string): Role {
  const { username, password } = new URL(address);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}
