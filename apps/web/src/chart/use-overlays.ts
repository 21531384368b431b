import { useMemo } from 'react';
import { useIndicatorsQuery } from '../analytics/analytics-api.ts';
import type { IndicatorChoice } from './indicator-choice.ts';
import { overlayLimit, namesOf, overlaysOf, type Overlay } from './overlays.ts';
import { RANGES, type RangeId } from './ranges.ts';

const MINUTE = 60_000;
const POLL_MINUTES_MS = 15_000;
const POLL_MS = 60_000;
/** While there should be more than there is: after a failure, and from the end of a bar until its values are there. */
const SOON_MS = 10_000;
/** An answer kept from an earlier look is asked for anew after this many seconds. */
const FRESH_SECONDS = 15;

export interface ShownOverlays {
  overlays: readonly Overlay[];
  /** No answer has come yet. */
  isWaiting: boolean;
  /** The newest values are not to be had: the service failed, or knows that it is behind. */
  isUnavailable: boolean;
}

/** The bars that are drawn. */
interface Drawn {
  count: number;
  /** The open of the newest, epoch ms. */
  newestTime: number;
}

/**
 * The chosen overlays of a coin with the service's values, all from one request.
 * @param drawn null while no bars are
 */
export function useOverlays(
  coin: string,
  rangeId: RangeId,
  choice: IndicatorChoice,
  drawn: Drawn | null,
): ShownOverlays {
  const { interval, intervalMs, limit } = RANGES[rangeId];
  const names = namesOf(choice);
  const query = { coin, interval, names, limit: overlayLimit(Math.max(limit, drawn?.count ?? 0)) };
  const skip = names === '';
  const { data, error } = useIndicatorsQuery(query, {
    skip,
    refetchOnMountOrArgChange: FRESH_SECONDS,
  });
  // An answer with other indicators or fewer bars serves until the next one is there; one of another coin never.
  const answer = data?.coin_id === coin && data.interval === interval ? data : undefined;
  const isBehind = (drawn?.newestTime ?? 0) > (answer?.last_bar_time ?? Infinity) + intervalMs;
  const usual = intervalMs === MINUTE ? POLL_MINUTES_MS : POLL_MS;
  useIndicatorsQuery(query, {
    skip,
    pollingInterval: isBehind || error !== undefined ? SOON_MS : usual,
    skipPollingIfUnfocused: true,
  });
  const overlays = useMemo(() => overlaysOf(choice, answer), [choice, answer]);
  const isUnavailable = error !== undefined || answer?.stale === true;
  return { overlays, isWaiting: answer === undefined && !isUnavailable, isUnavailable };
}
