import { ERROR_CODES } from '@tidemark/contracts/errors';
import type { JsonSchema } from '@tidemark/http/description/json-schema';
import { beforeAll, expect, test } from 'vitest';
import { describedApi } from './support/described-api.ts';
import {
  dereferenced,
  type ApiDocument,
  type ApiOperation,
} from './support/openapi/api-document.ts';
import { faultsOf, type Description } from './support/openapi-check.ts';

const MOST_BYTES = 280_000;

let document: ApiDocument;
let operations: { name: string; operation: ApiOperation }[];
beforeAll(async () => {
  document = await describedApi();
  operations = Object.entries(dereferenced(document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method} ${path}`,
      operation,
    })),
  );
});

/** Every schema of the document, with the path to it; those that are referred to are told once. */
function schemas(): [string, JsonSchema][] {
  const found: [string, JsonSchema][] = [];
  const isSchema = (path: string) =>
    /\/(schema|items|additionalProperties)$|\/(properties|schemas|anyOf|allOf)\/[^/]+$/.test(path);
  const walk = (part: unknown, path: string): void => {
    if (typeof part !== 'object' || part === null) return;
    if (isSchema(path)) found.push([path, part as JsonSchema]);
    for (const [name, of] of Object.entries(part)) walk(of, `${path}/${name}`);
  };
  walk({ paths: document.paths, components: document.components }, '');
  return found;
}

const typesOf = ({ type }: JsonSchema) => [type ?? []].flat();
const faulty = (is: (schema: JsonSchema) => boolean) =>
  schemas().flatMap(([path, schema]) => (is(schema) ? [path] : []));

test('it is a whole description, and small enough to be read at each build', () => {
  expect(faultsOf(document as unknown as Description)).toEqual([]);
  expect(document.servers).not.toEqual([]);
  expect(JSON.stringify(document).length).toBeLessThan(MOST_BYTES);
});

test('each operation has a name of its own that reads, a summary, and a tag that is declared', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(operations.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+[A-Za-z]*$/);
  expect(ids).toEqual(expect.arrayContaining(['getPrice', 'listCandles', 'runBacktest']));
  const declared = document.tags.map(({ name }) => name);
  for (const { operation } of operations) {
    expect(operation.summary).toMatch(/\S/);
    expect(declared).toEqual(expect.arrayContaining(operation.tags ?? ['none']));
  }
});

test('integers are int64 and numbers double, and an enum is of one type and named', () => {
  expect(faulty((of) => typesOf(of).includes('integer') && of.format !== 'int64')).toEqual([]);
  expect(faulty((of) => typesOf(of).includes('number') && of.format !== 'double')).toEqual([]);
  expect(faulty((of) => of.enum !== undefined && of.type !== 'string')).toEqual([]);
  expect(faulty((of) => of.const !== undefined)).toEqual([]);
  const named = /^\/components\/schemas\/\w+$/;
  const inline = faulty((of) => (of.enum?.length ?? 0) > 1).filter((path) => !named.test(path));
  expect(inline).toEqual([]);
  const enums = schemas().flatMap(([, of]) => (of.enum ? [JSON.stringify(of.enum)] : []));
  expect(enums.filter((one, i) => enums.indexOf(one) !== i)).toEqual([]);
});

test('nothing is null alone, and no choice has a default', () => {
  const alone = faulty(({ type }) => type === 'null');
  expect(alone.filter((path) => !/\/anyOf\/1$/.test(path))).toEqual([]);
  expect(faulty((of) => of.anyOf !== undefined && of.default !== undefined)).toEqual([]);
});

test('what an object includes and may be null is said beside the reference, which generators read over', () => {
  const all = document.components['schemas'] as Record<string, JsonSchema>;
  const mayBeNull = ({ type, anyOf = [] }: JsonSchema) =>
    [type].flat().includes('null') || anyOf.some((one) => one.type === 'null');
  const silent = schemas().flatMap(([path, { allOf = [] }]) => {
    const own = allOf.flatMap(({ properties = {} }) => Object.keys(properties));
    const included = allOf.flatMap(({ $ref }) =>
      Object.entries(all[$ref?.split('/').at(-1) ?? '']?.properties ?? {}),
    );
    const forgotten = included.filter(([name, field]) => mayBeNull(field) && !own.includes(name));
    return forgotten.map(([name]) => `${path} ${name}`);
  });
  expect(silent).toEqual([]);
});

test('no reference has a default beside it, which generators read no type from', () => {
  expect(faulty((of) => of.$ref !== undefined && of.default !== undefined)).toEqual([]);
  const interval = operations
    .flatMap(({ operation: { parameters = [] } }) => parameters)
    .find(({ name }) => name === 'interval');
  expect(interval?.description).toContain('left out: 1h');
});

test('an object that occurs twice is a component', () => {
  const inline = schemas()
    .filter(([path, of]) => of.properties && !/^\/components\/schemas\/\w+$/.test(path))
    .map(([, of]) => JSON.stringify(of));
  expect(inline.filter((one, i) => inline.indexOf(one) !== i)).toEqual([]);
});

test('each parameter says what it is', () => {
  const silent = operations.flatMap(({ name, operation: { parameters = [] } }) =>
    parameters.filter(({ description }) => !description).map((one) => `${name} ${one.name}`),
  );
  expect(silent).toEqual([]);
});

test('each success says what it is, in a type that is named', () => {
  for (const { name, operation } of operations) {
    const [[status, success] = []] = Object.entries(operation.responses);
    expect(status, name).toMatch(/^20[0-2]$/);
    expect(success?.description, name).toMatch(/^(?!Default Response)\S/);
    expect(Object.keys(success?.headers ?? {}), name).toContain('X-Request-Id');
    expect(Object.keys(success?.content ?? {}), name).toHaveLength(1);
  }
});

test('each refusal is told at its status, with what comes with it', () => {
  const statuses = new Set(Object.values(ERROR_CODES).map(String));
  for (const { name, operation } of operations) {
    const told = Object.keys(operation.responses).filter((status) => !/^(20\d|304)$/.test(status));
    const known = told.filter((status) => status !== 'default');
    expect(
      known.filter((status) => !statuses.has(status)),
      name,
    ).toEqual([]);
    if (name.includes('/api/'))
      expect(told, name).toEqual(expect.arrayContaining(['400', '401', '429', '503']));
    if (operation.requestBody) expect(told, name).toEqual(expect.arrayContaining(['413', '415']));
  }
  const headersOf = (status: string) => {
    const refusals = dereferenced(document).components.responses;
    return Object.keys((refusals?.[status] as { headers: object } | undefined)?.headers ?? {});
  };
  expect(headersOf('429')).toEqual(
    expect.arrayContaining(['Retry-After', 'RateLimit-Limit', 'RateLimit-Reset', 'RateLimit']),
  );
  expect(headersOf('401')).toContain('WWW-Authenticate');
  expect(headersOf('503')).toContain('Retry-After');
  expect(headersOf('default')).toContain('Allow');
});

test('a session, an API key, and a cookie with its CSRF token are told apart', () => {
  const schemes = document.components.securitySchemes ?? {};
  expect(Object.keys(schemes)).toEqual(['session', 'apiKey', 'refreshCookie', 'csrfToken']);
  const security = (id: string) =>
    operations.find(({ operation }) => operation.operationId === id)?.operation.security;
  expect(security('getPrice') ?? []).toEqual([]);
  expect(security('getPreferences')).toEqual([{ session: [] }, { apiKey: [] }]);
  expect(security('createApiKey')).toEqual([{ session: [] }]);
  expect(security('refreshSession')).toContainEqual({ refreshCookie: [], csrfToken: [] });
});
