import { globSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../../', import.meta.url);

export interface MetricRow {
  name: string;
  type: string;
  labels: readonly string[];
}

/** The rows of docs/metrics.md that are of one metric of ours each, by name. */
export function documentedMetrics(): MetricRow[] {
  const text = readFileSync(new URL('docs/metrics.md', ROOT), 'utf8');
  const rows = [...text.matchAll(/^\| `(tidemark_\w+)` *\| (\w+) *\| ([^|]*)\|/gm)];
  return byName(
    rows.map(([, name = '', type = '', labels = '']) => ({
      ...{ name, type },
      labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label = '']) => label).sort(),
    })),
  );
}

export function byName(rows: readonly MetricRow[]): MetricRow[] {
  return rows.toSorted((a, b) => a.name.localeCompare(b.name));
}

export interface MadeMetric {
  file: string;
  /** What its name fits, where it is written out beside it; parts that are computed fit anything. */
  name: RegExp | null;
}

/** Every place in the sources that makes a metric. */
export function metricsInSources(): MadeMetric[] {
  const files = globSync(['{packages,services}/*/src/**/*.ts', 'apps/server/src/**/*.ts'], {
    cwd: ROOT,
    exclude: ['**/*.test.ts'],
  });
  return files.flatMap((file) =>
    readFileSync(new URL(file, ROOT), 'utf8')
      .split(/\bnew (?:Counter|Gauge|Histogram|Summary)\b/)
      .slice(1)
      .map((after) => ({ file, name: nameIn(after) })),
  );
}

function nameIn(source: string): RegExp | null {
  const name = /^(?:<[^>]*>)?\(\{\s*name: ['`](tidemark_[\w${}]+)['`]/.exec(source)?.[1];
  return name === undefined ? null : new RegExp(`^${name.replace(/\$\{\w+\}/g, '\\w+')}$`);
}
