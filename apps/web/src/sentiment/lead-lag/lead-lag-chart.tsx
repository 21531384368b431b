import type { LeadLag } from '@tidemark/contracts/sentiment';
import { cn } from '../../components/ui/class-names.ts';
import { lagWords } from './lag-words.ts';

/** Where a correlation, -1 to 1, is from the top, percent. */
const placeOf = (value: number) => ((1 - value) / 2) * 100;

function Step({ lag }: { lag: LeadLag['lags'][number] }) {
  const { correlation, low, high, lag_hours } = lag;
  const isApart = low !== null && high !== null && (low > 0 || high < 0);
  return (
    <div className="relative flex-1" title={lagWords(lag_hours)}>
      {low !== null && high !== null && (
        <span
          className={cn(
            'absolute left-1/2 w-0.5 -translate-x-1/2',
            isApart ? 'bg-accent' : 'bg-band',
          )}
          style={{ top: `${placeOf(high)}%`, bottom: `${100 - placeOf(low)}%` }}
        />
      )}
      {correlation !== null && (
        <span
          className={cn(
            'absolute left-1/2 size-2 -translate-1/2 rounded-full',
            isApart ? 'bg-accent' : 'bg-band',
          )}
          style={{ top: `${placeOf(correlation)}%` }}
        />
      )}
    </div>
  );
}

/** The correlation at each lag, with its interval: whatever crosses the line in the middle may be nothing. */
export function LeadLagChart({ lags }: { lags: LeadLag['lags'] }) {
  return (
    <div aria-hidden className="flex flex-col gap-1 px-4 text-2xs text-muted">
      <div className="flex gap-2">
        <div className="relative w-5">
          <span className="absolute top-0 right-0">+1</span>
          <span className="absolute top-1/2 right-0 -translate-y-1/2">0</span>
          <span className="absolute right-0 bottom-0">−1</span>
        </div>
        <div className="relative flex h-32 flex-1 border-y border-line">
          <span className="absolute inset-x-0 top-1/2 h-px bg-field" />
          {lags.map((lag) => (
            <Step key={lag.lag_hours} lag={lag} />
          ))}
        </div>
      </div>
      <div className="flex gap-2">
        <span className="w-5" />
        <div className="figures flex flex-1">
          {lags.map(({ lag_hours }) => (
            <span
              key={lag_hours}
              // Where it is narrow there is no room for these beside their neighbours.
              className={cn('flex-1 text-center', Math.abs(lag_hours) === 12 && 'max-sm:invisible')}
            >
              {lag_hours < 0 ? `−${-lag_hours}` : lag_hours}
            </span>
          ))}
        </div>
      </div>
      <div className="flex justify-between gap-2 pl-7">
        <span>◂ price first</span>
        <span>hours</span>
        <span>news first ▸</span>
      </div>
    </div>
  );
}
