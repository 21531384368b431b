import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMetrics, type Metrics } from '@tidemark/telemetry/metrics';
import {
  byName,
  documentedMetrics,
  metricsInSources,
  type MetricRow,
} from './support/metrics-document.ts';
import { startWholePlatform, type WholePlatform } from './support/whole-platform.ts';

interface Family {
  name: string;
  type: string;
  help: string;
}

let platform: WholePlatform;
let families: Family[];
beforeAll(async () => {
  platform = await startWholePlatform();
  const text = await (await fetch(`${platform.url}/metrics`)).text();
  const helps = new Map(
    [...text.matchAll(/^# HELP (\S+) (.*)$/gm)].map(([, name = '', help = '']) => [name, help]),
  );
  families = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => ({
    ...{ name, type },
    help: helps.get(name) ?? '',
  }));
}, 90_000);
afterAll(() => platform.stop());

/** prom-client keeps the names of a metric's labels, and its types do not say so. */
function labelsOf(metrics: Metrics, name: string): string[] {
  const { labelNames } = metrics.getSingleMetric(name) as unknown as { labelNames: string[] };
  return labelNames.toSorted();
}

/** https://prometheus.io/docs/practices/naming */
test('what ends in _total is a counter, and every counter ends so', () => {
  expect(families.length).toBeGreaterThan(25);
  const misnamed = families.filter(
    ({ name, type }) => name.endsWith('_total') !== (type === 'counter'),
  );
  expect(misnamed).toEqual([]);
});

test('each says what it is', () => {
  expect(families.filter(({ help }) => !/\S/.test(help))).toEqual([]);
});

test('durations and sizes have their base unit at the end of the name', () => {
  const units = /_(seconds|bytes)(_total)?$/;
  const measured = /duration|lag|memory|heap_s|offset|uptime|latency/;
  const bare = families.filter(({ name }) => measured.test(name) && !units.test(name));
  expect(bare).toEqual([]);
});

test('docs/metrics.md has a row for each, with its type and its labels, and no other', () => {
  const shown = families.map(({ name, type }): MetricRow => ({
    name,
    type,
    labels: labelsOf(platform.metrics, name),
  }));
  expect(documentedMetrics()).toEqual(byName(shown));
});

test('no process shows a metric that this platform, with all parts in one process, does not', () => {
  const made = metricsInSources();
  expect(made.length).toBeGreaterThan(15);
  const names = families.map(({ name }) => name);
  expect(made.filter(({ name }) => !names.some((shown) => name?.test(shown)))).toEqual([]);
});

test('what else a process shows are the defaults of the library, as docs/metrics.md says', () => {
  const defaults = createMetrics({ defaults: true }).getMetricsAsArray();
  expect(defaults.length).toBeGreaterThan(20);
  expect(defaults.filter(({ name }) => !/^(process|nodejs)_/.test(name))).toEqual([]);
});
