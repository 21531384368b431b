import type { HistoryView } from '@tidemark/contracts/feeds';
import { formatDayUtc, formatClockUtc } from '../format/time.ts';
import { whyNothingBefore } from '../market/missing-history.ts';
import { RANGES, type RangeId } from './ranges.ts';

interface StartNoteProps {
  coinId: string;
  rangeId: RangeId;
  /** The open of the first bar there is, epoch ms, while it is in view. */
  startsAt: number | null;
  history: HistoryView | undefined;
}

/** From when there are bars, at the left edge of the drawing, and why there are no older ones where that is known. */
export function StartNote({ coinId, rangeId, startsAt, history }: StartNoteProps) {
  if (startsAt === null) return null;
  const reason = whyNothingBefore(history, coinId, RANGES[rangeId].interval, startsAt);
  return (
    <p
      data-testid="chart-start"
      className="pointer-events-none absolute bottom-9 left-3 z-10 max-w-[calc(100%-6.5rem)] rounded bg-surface/85 px-1.5 py-0.5 text-2xs text-muted"
    >
      Bars from {formatDayUtc(startsAt)}, {formatClockUtc(startsAt)}
      {reason !== null && ` — ${reason}`}
    </p>
  );
}
