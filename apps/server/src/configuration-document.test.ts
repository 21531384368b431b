import { readFileSync } from 'node:fs';
import { choicesOf } from '@tidemark/config/coerce';
import type { TSchema } from 'typebox';
import { expect, test } from 'vitest';
import { EngineConfigSchema } from './engines.ts';
import { loadModules } from './modules.ts';
import { ServerConfigSchema } from './server-config.ts';

const path = new URL('../../../docs/configuration.md', import.meta.url);

/** Cells of the rows of the tables of variables, by the variable in the first one. */
const documented = new Map(
  [...readFileSync(path, 'utf8').matchAll(/^\| `([A-Z_]+)` *\|(.+)\|$/gm)].map(
    ([, name = '', rest = '']) => [name, rest.split('|').map((cell) => cell.trim())],
  ),
);

/** What is read: the process's variables and every service's. A service knows the defaults of its own. */
async function declared(): Promise<Map<string, TSchema>> {
  const services = await loadModules(['all']);
  const own = [ServerConfigSchema, EngineConfigSchema];
  const schemas = [...own, ...services.map((service) => service.configSchema)];
  return new Map(schemas.flatMap((schema) => Object.entries<TSchema>(schema.properties)));
}

function shownDefault(schema: TSchema): string {
  const { default: value = [] } = schema as { default?: string | number | boolean | string[] };
  const text = String(value);
  return text === '' ? 'none' : `\`${text}\``;
}

function bounds(schema: TSchema): unknown[] {
  const { minimum, maximum } = schema as { minimum?: number; maximum?: number };
  return [...(choicesOf(schema) ?? []), minimum, maximum].filter((bound) => bound !== undefined);
}

test('docs/configuration.md lists every variable that is read, and no other', async () => {
  expect([...documented.keys()].sort()).toEqual([...(await declared()).keys()].sort());
});

test('docs/configuration.md gives each variable its default', async () => {
  const defaults = [...(await declared())].map(([name, schema]) => [name, shownDefault(schema)]);
  const said = [...documented].map(([name, cells]) => [name, cells[0]]);
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(defaults));
});

test('docs/configuration.md names every choice and every bound', async () => {
  for (const [name, schema] of await declared()) {
    const words = documented.get(name)?.[1]?.split(/[\s,`]+/) ?? [];
    for (const bound of bounds(schema)) expect(words, name).toContain(String(bound));
  }
});
