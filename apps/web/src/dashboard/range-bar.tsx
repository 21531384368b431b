import type { PriceTick } from '@tidemark/contracts/price';
import { cn } from '../components/ui/class-names.ts';
import { MISSING, formatPrice } from '../format/price.ts';

function partOf(low: number, high: number, price: number): number {
  if (high <= low) return 0.5;
  return Math.min(1, Math.max(0, (price - low) / (high - low)));
}

/** Where the price stands between the lowest and the highest of 24 hours. */
export function RangeBar({ tick, stale }: { tick: PriceTick | undefined; stale: boolean }) {
  const low = tick?.low_24h ?? null;
  const high = tick?.high_24h ?? null;
  const known = tick !== undefined && low !== null && high !== null;
  const percent = known ? partOf(low, high, tick.price) * 100 : 0;
  return (
    <div className="flex flex-col gap-1.5">
      <div aria-hidden className="relative mx-0.5 h-1 rounded-full bg-line-strong/70">
        {known && (
          <span
            className={cn(
              'absolute top-1/2 size-2 rounded-full ring-2 ring-surface',
              stale ? 'bg-muted' : 'bg-accent',
            )}
            style={{ left: `${percent}%`, transform: 'translate(-50%, -50%)' }}
          />
        )}
      </div>
      <div className="figures flex justify-between text-2xs leading-3 text-muted">
        <span>
          <span className="sr-only">low </span>
          {known ? formatPrice(low) : MISSING}
        </span>
        <span>
          <span className="sr-only">high </span>
          {known ? formatPrice(high) : MISSING}
        </span>
      </div>
    </div>
  );
}
