import { cn } from '../components/ui/class-names.ts';
import { MISSING, formatWithDecimals } from '../format/price.ts';
import { LineSample } from './line-sample.tsx';
import { valuesAt, type Overlay } from './overlays.ts';

interface OverlayLegendProps {
  overlays: readonly Overlay[];
  /** The open of the bar that is read, epoch ms; null for the newest closed one. */
  time: number | null;
  /** Of prices. */
  decimals: number;
  /** No answer has come yet. Names that move when their values come would disturb more than they tell. */
  isWaiting: boolean;
  isUnavailable: boolean;
}

function inFigures({ id }: Overlay, values: readonly number[] | null, decimals: number): string {
  if (values === null) return MISSING;
  const [first = NaN] = values;
  if (id === 'volatility') return `${first.toFixed(2)}%`;
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => formatWithDecimals(value, decimals))
    .join('–');
}

/** Heights of 1, 2 and 3 lines. */
const HEIGHTS = ['h-[1.125rem]', 'h-9', 'h-[3.375rem]'] as const;

/** On a phone the bands take a line to themselves, last; of the others two share one. */
function heightOf(overlays: readonly Overlay[]): string | undefined {
  const others = overlays.filter(({ id }) => id !== 'bollinger').length;
  const bands = overlays.length - others;
  return HEIGHTS[bands + Math.ceil(others / 2) - 1];
}

function Entry({ overlay, figures }: { overlay: Overlay; figures: string }) {
  return (
    <span
      data-overlay={overlay.id}
      className={cn('flex items-center gap-1', overlay.id === 'bollinger' && 'max-sm:order-1')}
    >
      <LineSample id={overlay.id} />
      <span className="whitespace-nowrap text-muted">{overlay.label}</span>
      <span className="figures">{figures}</span>
    </span>
  );
}

/** What each overlay says of one bar, on lines that keep their height. */
export function OverlayLegend({ overlays, time, decimals, ...state }: OverlayLegendProps) {
  if (overlays.length === 0) return null;
  const entries = overlays.map((overlay) => ({ overlay, values: valuesAt(overlay, time) }));
  const nothingThere = entries.every(({ values }) => values === null);
  const isSilent = state.isUnavailable && (time === null || nothingThere);
  return (
    <div
      aria-hidden
      data-testid="overlay-legend"
      className={cn(
        'flex flex-wrap content-start gap-x-2 gap-y-0.5 overflow-hidden pr-2 pl-4 text-2xs sm:h-5 sm:gap-x-3',
        heightOf(overlays),
      )}
    >
      {isSilent && <span className="text-muted">Indicators not available</span>}
      {!isSilent &&
        !state.isWaiting &&
        entries.map(({ overlay, values }) => (
          <Entry
            key={overlay.id}
            overlay={overlay}
            figures={inFigures(overlay, values, decimals)}
          />
        ))}
    </div>
  );
}
