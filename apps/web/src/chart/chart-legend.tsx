import { formatCompact } from '../format/compact.ts';
import { MISSING, formatWithDecimals, priceDecimals } from '../format/price.ts';
import { EXCHANGE_NAMES } from '../market/names.ts';
import { formatMomentUtc } from '../format/time.ts';
import { cn } from '../components/ui/class-names.ts';
import type { Bar } from './bars.ts';

function Value({ name, value, tone }: { name: string; value: string; tone: string }) {
  return (
    <span className="flex gap-1">
      <span className="text-muted">{name}</span>
      <span className={cn('figures', tone)}>{value}</span>
    </span>
  );
}

/** Open, high, low, close and volume of one bar, on a line that keeps its height, and is empty without a bar. */
export function ChartLegend({ bar, symbol }: { bar: Bar | null; symbol: string }) {
  return (
    <div
      aria-hidden
      data-testid="chart-legend"
      className="flex h-9 flex-wrap content-start gap-x-3 gap-y-0.5 overflow-hidden px-4 text-2xs sm:h-5"
    >
      {bar !== null && <Values bar={bar} symbol={symbol} />}
    </div>
  );
}

function Values({ bar, symbol }: { bar: Bar; symbol: string }) {
  const decimals = priceDecimals(bar.close);
  const price = (value: number) => formatWithDecimals(value, decimals);
  const tone = bar.close >= bar.open ? 'text-up' : 'text-down';
  const without = (bar.lacking ?? []).map((exchange) => EXCHANGE_NAMES[exchange]).join(', ');
  const volume = bar.volume === 0 ? MISSING : `${formatCompact(bar.volume)} ${symbol}`;
  return (
    <>
      <span className="figures w-24 text-muted">{formatMomentUtc(bar.time)} UTC</span>
      <Value name="O" value={price(bar.open)} tone={tone} />
      <Value name="H" value={price(bar.high)} tone={tone} />
      <Value name="L" value={price(bar.low)} tone={tone} />
      <Value name="C" value={price(bar.close)} tone={tone} />
      <Value name="Vol" value={volume} tone="" />
      {without !== '' && <Value name="without" value={without} tone="text-notice" />}
    </>
  );
}
