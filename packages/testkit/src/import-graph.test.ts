import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { circles, folderGraph, folderOf, importGraph } from './import-graph.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const WORKSPACES = ['packages', 'services', 'apps', 'clients']
  .flatMap((group) => readdirSync(join(ROOT, group)).map((name) => `${group}/${name}`))
  .filter((workspace) => existsSync(join(ROOT, workspace, 'src')));

/** Which folders a folder of a workspace may import from: those that stand before it. */
const ORDERS: Readonly<Record<string, string>> = {
  'services/market-data':
    'coins venues migrations book claims store rates reading candles history ownership quotes price currencies trades feeds routes',
  'services/users':
    'audit preferences mail account passwords tokens delays sessions resets two-factor accounts migrations admin api-keys routes',
  'services/analytics':
    'migrations market news backtest series figures heavy kept answers updates daily market-views routes',
  'services/portfolio':
    'migrations idempotency entries portfolios targets transactions assets imports exports market settings prices ' +
    'ledger bookkeeping history valuation live watchlists owners report routes',
  'services/sentiment': 'migrations fetching scoring articles sources weighing answers routes',
  'services/alerts':
    'migrations coins alerts firings delivery channels deliveries evaluating owners routes',
  'services/gateway': 'limits micro-cache auth ui upstreams prices streams',
  'packages/http': 'addresses replies description root',
};

/** Folders that may stand in a ring, and why. */
const RINGS: Readonly<Record<string, readonly string[]>> = {
  // The store is made of the slices of features, whose components read it by hooks that know its type.
  'apps/web': ['store'],
};

describe.each(WORKSPACES)('%s', (workspace) => {
  const graph = importGraph(join(ROOT, workspace, 'src'));
  const folders = folderGraph(graph);

  test('no file imports itself by way of others', () => {
    expect(circles((file) => graph.get(file) ?? [], graph.keys())).toEqual([]);
  });

  test('no folder imports itself by way of others', () => {
    const isAllowed = (folder: string) => RINGS[workspace]?.includes(folder) ?? false;
    const next = (folder: string) => (isAllowed(folder) ? [] : (folders.get(folder)?.keys() ?? []));
    expect(circles(next, folders.keys())).toEqual([]);
  });
});

test.each(Object.entries(ORDERS))('%s: folders import from those before them', (service, order) => {
  const graph = importGraph(join(ROOT, service, 'src'));
  const places = order.split(' ');
  const all = new Set([...graph.keys()].map(folderOf).filter((folder) => folder !== null));
  expect([...all].sort()).toEqual([...places].sort());
  const against = [...folderGraph(graph)].flatMap(([folder, imports]) =>
    [...imports].flatMap(([from, example]) =>
      places.indexOf(from) < places.indexOf(folder) ? [] : [example],
    ),
  );
  expect(against).toEqual([]);
});

test('what a workspace exports is named, and somebody outside of it imports it', () => {
  const named = globSync('{apps,services,packages,tests,bench,clients}/**/*.{ts,tsx,mjs}', {
    cwd: ROOT,
    exclude: (path) => path.includes('node_modules') || path.includes('.next'),
  }).flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/'(@tidemark\/[^']+)'/g)].map(
      ([, name]) => name,
    ),
  );
  const imported = new Set(named);
  const unused = WORKSPACES.flatMap((workspace) => {
    const { name, exports = {} } = JSON.parse(
      readFileSync(join(ROOT, workspace, 'package.json'), 'utf8'),
    ) as { name: string; exports?: Record<string, string> };
    if (workspace.startsWith('clients/')) return [];
    return Object.keys(exports)
      .map((path) => name + path.slice(1))
      .filter((module) => !imported.has(module));
  });
  expect(unused).toEqual([]);
});

test('every service has an order', () => {
  const services = WORKSPACES.filter((workspace) => workspace.startsWith('services/'));
  expect(Object.keys(ORDERS)).toEqual(expect.arrayContaining(services));
});

test('a circle is found, with the way around', () => {
  const next: Record<string, string[]> = { a: ['b'], b: ['c', 'd'], c: ['a'], d: [] };
  expect(circles((node) => next[node] ?? [], Object.keys(next))).toEqual([['a', 'b', 'c']]);
});
