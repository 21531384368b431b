import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Type from 'typebox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommonConfigSchema } from './common-config.ts';
import { ConfigError, loadConfig } from './load-config.ts';

function faultsOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError) return [...error.faults];
  }
  throw new Error('expected a ConfigError');
}

test('nothing needs to be set', () => {
  expect(loadConfig(CommonConfigSchema, {})).toEqual({
    HOST: '127.0.0.1',
    PORT: 8000,
    DATA_DIR: './data',
    LOG_LEVEL: 'info',
    ENVIRONMENT: 'development',
    MARKET_SOURCE: 'auto',
    TARGET: ['all'],
  });
});

test.each([
  ['an integer', Type.Integer(), '42', 42],
  ['a number', Type.Number(), '1.5e3', 1_500],
  ['true in words', Type.Boolean(), 'TRUE', true],
  ['false in digits', Type.Boolean(), '0', false],
  ['a list', Type.Array(Type.Integer()), '1, 2,,3', [1, 2, 3]],
  ['a lower-case choice in upper case', Type.Enum(['info', 'warn']), 'WARN', 'warn'],
  ['an upper-case choice in lower case', Type.Enum(['GET', 'PUT']), 'put', 'PUT'],
  ['a literal of a union', Type.Union([Type.Literal('a'), Type.Literal('b')]), 'B', 'b'],
  ['a number among the choices', Type.Union([Type.Literal(1), Type.Literal(2)]), '2', 2],
  ['text with blanks around it', Type.String(), '  x  ', 'x'],
  ['text that looks like a number', Type.String(), '007', '007'],
])('%s is read as its schema means it', (_, schema, text, value) => {
  expect(loadConfig(Type.Object({ X: schema }), { X: text })).toEqual({ X: value });
});

test.each([
  ['an integer with a fraction', Type.Integer(), '1.5'],
  ['an integer in words', Type.Integer(), 'ten'],
  ['a hexadecimal number', Type.Integer(), '0x10'],
  ['infinity', Type.Number(), 'Infinity'],
  ['a number out of range', Type.Integer({ maximum: 10 }), '11'],
  ['a boolean that is neither', Type.Boolean(), 'yes'],
  ['a choice of mixed case in the wrong case', Type.Enum(['Aa', 'Bb']), 'aa'],
])('%s is refused', (_, schema, text) => {
  expect(faultsOf(() => loadConfig(Type.Object({ X: schema }), { X: text }))).toHaveLength(1);
});

test('empty text counts as absent', () => {
  const schema = Type.Object({ A: Type.Integer({ default: 1 }), B: Type.Optional(Type.String()) });
  expect(loadConfig(schema, { A: '', B: '  ' })).toEqual({ A: 1 });
});

test('every fault is listed, with what would be accepted', () => {
  const schema = Type.Object({
    PORT: Type.Integer({ minimum: 0, maximum: 65_535 }),
    MODE: Type.Enum(['auto', 'live']),
    COINS: Type.Array(Type.String({ pattern: '^[a-z]+$' })),
    NAME: Type.String(),
  });
  expect(faultsOf(() => loadConfig(schema, { PORT: '70000', MODE: 'dead', COINS: 'a,B' }))).toEqual(
    [
      'PORT=70000 is refused: expected an integer from 0 to 65535',
      'MODE=dead is refused: expected one of: auto, live',
      'COINS=a,B is refused: expected a list with commas, each text that matches ^[a-z]+$',
      'NAME is not set: expected text',
    ],
  );
});

test('a secret is never shown', () => {
  const schema = Type.Object({
    API_KEY: Type.String({ minLength: 20 }),
    DATABASE_URL: Type.String({ pattern: '^postgresql:' }),
  });
  const env = { API_KEY: 'hunter2', DATABASE_URL: 'mysql://me:hunter2@db/x' };
  const text = faultsOf(() => loadConfig(schema, env)).join('\n');
  expect(text).not.toContain('hunter2');
  expect(text).toContain('mysql://(hidden)@db/x');
});

test('the result cannot be changed', () => {
  const config = loadConfig(Type.Object({ L: Type.Array(Type.String()) }), { L: 'a' });
  expect(() => config.L.push('b')).toThrow(TypeError);
  expect(() => Object.assign(config, { L: [] })).toThrow(TypeError);
});

test('a default is not shared between two readings', () => {
  const schema = Type.Object({ L: Type.Array(Type.String(), { default: ['a'] }) });
  expect(loadConfig(schema, {}).L).not.toBe(loadConfig(schema, {}).L);
});

describe('a value from a file', () => {
  const schema = Type.Object({ SECRET: Type.Optional(Type.String({ minLength: 4 })) });
  let path: string;
  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), 'tidemark-config-')), 'secret');
    writeFileSync(path, 'from the file\n');
  });
  afterEach(() => rmSync(dirname(path), { recursive: true }));

  test('is read without the space around it', () => {
    expect(loadConfig(schema, { SECRET_FILE: path })).toEqual({ SECRET: 'from the file' });
  });

  test('gives way to the variable itself', () => {
    expect(loadConfig(schema, { SECRET: 'from here', SECRET_FILE: path })).toEqual({
      SECRET: 'from here',
    });
  });

  test('is held to the schema, and a file that cannot be read is a fault', () => {
    writeFileSync(path, 'abc');
    expect(() => loadConfig(schema, { SECRET_FILE: path })).toThrow('SECRET');
    expect(() => loadConfig(schema, { SECRET_FILE: `${path}.gone` })).toThrow(
      /SECRET_FILE=.* cannot be read: ENOENT/,
    );
  });
});
