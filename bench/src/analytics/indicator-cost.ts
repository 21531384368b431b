import type { BarColumns } from '@tidemark/analytics/market/bar-columns';
import { INDICATORS } from '@tidemark/indicators/catalogue';
import type { IndicatorKind } from '@tidemark/indicators/indicator-kind';
import { line } from './line.ts';
import { madeBars } from './made-bars.ts';

const BARS = 100_000;
const ROUNDS = 5;
const LONG_PERIOD = 200;
/** What a bar may cost with the long period, times what it costs with the usual one, which is about 15 to 20 bars. */
const MOST_GROWTH = 2;

interface Costs {
  kind: IndicatorKind;
  /** CPU ns a bar. */
  usual: number;
  /** Null: it has no period. */
  long: number | null;
}

/**
 * Prints what a bar costs each indicator with its usual parameters and with a period of 200, beside a loop that adds up the
 * same columns. Answers whether none grows with its period.
 */
export function indicatorCosts(): boolean {
  const bars = madeBars('1m', BARS, 1);
  const bare = best(() => addUp(bars));
  const rows = INDICATORS.map((kind) => costsOf(kind, bars));
  process.stdout.write(
    `Indicators, CPU ns a bar, best of ${ROUNDS} × ${BARS} bars\n` +
      line('', ['usual', `of ${LONG_PERIOD}`, 'growth', '× bare']) +
      line('a loop over the six columns', [bare.toFixed(1), '', '', 1]) +
      rows.map((row) => rowOf(row, bare)).join(''),
  );
  const growth = Math.max(...rows.map(({ usual, long }) => (long ?? usual) / usual));
  const met = growth < MOST_GROWTH;
  const target = `of ${LONG_PERIOD} costs under ${MOST_GROWTH} × the usual`;
  process.stdout.write(`${target}: ${met ? 'yes' : 'NO'} (at most ${growth.toFixed(2)} ×)\n\n`);
  return met;
}

function rowOf({ kind, usual, long }: Costs, bare: number): string {
  const name = `${kind.name}(${usualOf(kind).join(',')})`;
  const grown = long === null ? ['', ''] : [long.toFixed(0), (long / usual).toFixed(2)];
  return line(name, [usual.toFixed(0), ...grown, (usual / bare).toFixed(0)]);
}

function usualOf(kind: IndicatorKind): number[] {
  return kind.parameters.map((parameter) => parameter.default);
}

function costsOf(kind: IndicatorKind, bars: BarColumns): Costs {
  const usual = usualOf(kind);
  return {
    kind,
    usual: cost(kind, usual, bars),
    long: usual.length === 0 ? null : cost(kind, longer(kind), bars),
  };
}

/** The usual parameters with a first period of 200; the other periods grow in step, as far as they may. */
function longer({ parameters }: IndicatorKind): number[] {
  const factor = LONG_PERIOD / (parameters[0]?.default ?? LONG_PERIOD);
  return parameters.map(({ default: usual, integer, max }) =>
    integer ? Math.min(max, Math.round(usual * factor)) : usual,
  );
}

function cost(kind: IndicatorKind, parameters: readonly number[], bars: BarColumns): number {
  const indicator = kind.create(parameters);
  return best(() => {
    for (let i = 0; i < bars.length; i += 1) indicator.next(bars.at(i));
  });
}

function addUp(bars: BarColumns): void {
  const [time, open, high] = [bars.column('time'), bars.column('open'), bars.column('high')];
  const [low, close, volume] = [bars.column('low'), bars.column('close'), bars.column('volume')];
  let sum = 0;
  for (let i = 0; i < bars.length; i += 1) {
    sum += (time[i] ?? 0) + (open[i] ?? 0) + (high[i] ?? 0);
    sum += (low[i] ?? 0) + (close[i] ?? 0) + (volume[i] ?? 0);
  }
  // Read, or there would be no need to add.
  if (Number.isNaN(sum)) throw new Error('bars must be numbers');
}

/** CPU time of this process that a bar took in the best round, after one to warm up; ns. */
function best(work: () => void): number {
  work();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return ((user + system) * 1000) / BARS;
  });
  return Math.min(...rounds);
}
