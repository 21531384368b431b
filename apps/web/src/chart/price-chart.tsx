'use client';

import type { Coin } from '@tidemark/contracts/coin';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'react-redux';
import { cn } from '../components/ui/class-names.ts';
import { formatPrice, priceDecimals } from '../format/price.ts';
import { useFeedsQuery } from '../market/market-api.ts';
import type { Store } from '../store/store.ts';
import { useTheme } from '../theme/theme.ts';
import { ChartLegend } from './chart-legend.tsx';
import type { ChartKind } from './chart-view.ts';
import { OverlayLegend } from './overlay-legend.tsx';
import type { Overlay } from './overlays.ts';
import { LiveChart, type Reading } from './live-chart.ts';
import { RANGES, type RangeId } from './ranges.ts';
import { StartNote } from './start-note.tsx';
import { useIndicatorChoice } from './indicator-choice.ts';
import { useOverlays } from './use-overlays.ts';

interface PriceChartProps {
  coin: Coin;
  rangeId: RangeId;
  kind: ChartKind;
  /** New bars are on their way; what is drawn is of another coin or range. */
  waiting: boolean;
}

const PAN = 0.15;
const KEYS: Record<string, (chart: LiveChart) => void> = {
  ArrowLeft: (chart) => chart.nudge(-PAN),
  ArrowRight: (chart) => chart.nudge(PAN),
  '+': (chart) => chart.nudge(0, 0.8),
  '=': (chart) => chart.nudge(0, 0.8),
  '-': (chart) => chart.nudge(0, 1.25),
  Home: (chart) => chart.reset(),
};

interface Described {
  coin: Coin;
  rangeId: RangeId;
  reading: Reading | null;
  overlays: readonly Overlay[];
}

/** The chart for those who do not see it. */
function inWords({ coin, rangeId, reading, overlays }: Described): string {
  const title = `Price chart of ${coin.name}, ${RANGES[rangeId].words}`;
  if (reading === null) return title;
  const { last, low, high } = reading.extent;
  const prices = `last ${formatPrice(last)}, low ${formatPrice(low)}, high ${formatPrice(high)} US dollars`;
  const labels = overlays.map(({ label }) => label).join('; ');
  const shown = labels === '' ? '' : ` Drawn with it: ${labels}.`;
  return `${title}: ${prices}.${shown} Arrow keys pan, plus and minus zoom.`;
}

/** The drawn chart with its legend. */
export function PriceChart({ coin, rangeId, kind, waiting }: PriceChartProps) {
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<LiveChart | null>(null);
  const store = useStore() as Store;
  const theme = useTheme();
  const [latest, setReading] = useState<Reading | null>(null);
  const [failure, setFailure] = useState<{ reason: unknown } | null>(null);
  // The boundary around it says so, once, and offers to begin anew.
  if (failure !== null) throw failure.reason;
  const reading = waiting ? null : latest;
  const { data: feeds } = useFeedsQuery(undefined);
  const choice = useIndicatorChoice();
  const { overlays, isWaiting, isUnavailable } = useOverlays(
    coin.coin_id,
    rangeId,
    choice,
    reading,
  );

  useEffect(() => {
    if (container.current === null) return;
    const live = new LiveChart(container.current, store, 'candles', {
      onReading: setReading,
      onFailure: (reason) => setFailure({ reason }),
    });
    chart.current = live;
    return () => {
      live.destroy();
      chart.current = null;
    };
  }, [store]);
  useEffect(() => chart.current?.setKind(kind), [kind]);
  useEffect(() => chart.current?.readTheme(), [theme]);
  useEffect(() => chart.current?.setOverlays(overlays), [overlays]);
  useEffect(() => chart.current?.show(coin.coin_id, rangeId), [coin.coin_id, rangeId]);

  function onKeyDown(event: KeyboardEvent) {
    const act = KEYS[event.key];
    if (act === undefined || chart.current === null) return;
    event.preventDefault();
    act(chart.current);
  }

  return (
    <>
      <ChartLegend bar={reading?.bar ?? null} symbol={coin.symbol} />
      <OverlayLegend
        overlays={overlays}
        time={reading?.isHovered === true ? reading.bar.time : null}
        decimals={priceDecimals(reading?.bar.close ?? 0)}
        isWaiting={isWaiting || reading === null}
        isUnavailable={isUnavailable}
      />
      <div className="relative flex min-h-0 flex-1">
        <div
          ref={container}
          role="application"
          tabIndex={0}
          aria-label={inWords({ coin, rangeId, reading, overlays })}
          aria-busy={waiting}
          data-testid="price-chart"
          onKeyDown={onKeyDown}
          className={cn(
            'min-w-0 flex-1 touch-pan-y transition-opacity',
            waiting && 'opacity-25 delay-150',
          )}
        />
        <StartNote
          coinId={coin.coin_id}
          rangeId={rangeId}
          startsAt={reading?.startsAt ?? null}
          history={feeds?.history}
        />
      </div>
    </>
  );
}
