import type { FeedStatus, FeedsView } from '@tidemark/contracts/feeds';
import { MISSING } from '../format/price.ts';
import { formatClockUtc, formatSpan } from '../format/time.ts';
import type { StreamState } from '../stream/stream-slice.ts';
import { EXCHANGE_NAMES, joinNames } from './names.ts';

/** From here on a clock is called wrong, ms; it is corrected for all the same. */
const CLOCK_WRONG_MS = 5_000;

/** `calm`: as it should be. `notice`: worth knowing. `trouble`: prices may be old. */
export type Tone = 'pending' | 'calm' | 'notice' | 'trouble';

export interface MarketHealth {
  tone: Tone;
  /** One word or two for the header, such as `Live` or `Simulated`. */
  label: string;
  /** What kind of market this is; null until known. */
  market: FeedsView['market'] | null;
  /** What is wrong just now, in a sentence without a full stop; null when nothing is. */
  problem: string | null;
  /** What else a reader may want to know: history that is still to come, a clock that is wrong. */
  note: Note | null;
}

export interface HealthFacts {
  feeds: FeedsView | undefined;
  /** Epoch ms since when the server does not answer; null while it does. */
  unreachableSince: number | null;
  stream: StreamState;
  now: number;
  /** There are prices, and none of them is fresh. */
  allStale: boolean;
}

/** An attempt to reach a venue that is away may take long, and changes nothing yet. */
function isDown({ status, last_error }: FeedStatus): boolean {
  return (
    status === 'down' || status === 'stalled' || (status === 'connecting' && last_error !== null)
  );
}

function downWord({ status }: FeedStatus): string {
  return status === 'stalled' ? 'stalled' : 'down';
}

function sinceWords(feed: FeedStatus, now: number): string {
  if (feed.last_message_age_ms === null) return '';
  return ` since ${formatClockUtc(now - feed.last_message_age_ms)}`;
}

function feedProblem(feeds: readonly FeedStatus[], now: number): string | null {
  const down = feeds.filter(isDown);
  if (down.length === 0) return null;
  const parts = down.map(
    (feed) => `${EXCHANGE_NAMES[feed.exchange]} is ${downWord(feed)}${sinceWords(feed, now)}`,
  );
  const alive = feeds.filter((feed) => feed.status === 'live');
  const rest = alive.map((feed) => EXCHANGE_NAMES[feed.exchange]);
  const tail = rest.length === 0 ? 'prices are stale' : `prices rest on ${joinNames(rest)}`;
  return `${joinNames(parts)} — ${tail}`;
}

function lineProblem({ stream, unreachableSince }: HealthFacts): string | null {
  if (stream.status === 'offline') return 'This device is offline — prices are not moving';
  if (unreachableSince !== null) {
    return `The server is out of reach since ${formatClockUtc(unreachableSince)} — prices are stale`;
  }
  if (stream.status === 'reconnecting') {
    return 'Live updates are interrupted — reconnecting, prices refresh every few seconds';
  }
  if (stream.status === 'refused')
    return 'Live updates were refused — prices refresh every few seconds';
  return null;
}

const ALL_STALE = 'No exchange has told a fresh price for a while — prices are stale';

function labelOf(tone: Tone, facts: HealthFacts, feedsDown: boolean): string {
  if (facts.stream.status === 'offline') return 'Offline';
  if (facts.unreachableSince !== null) return 'Unreachable';
  if (facts.stream.status === 'reconnecting') return 'Reconnecting';
  if (feedsDown) return tone === 'trouble' ? 'Stale' : 'Degraded';
  if (facts.allStale) return 'Stale';
  if (facts.feeds === undefined) return 'Connecting';
  return facts.feeds.market === 'simulated' ? 'Simulated' : 'Live';
}

function toneOf(facts: HealthFacts, feeds: readonly FeedStatus[], line: string | null): Tone {
  if (facts.stream.status === 'offline' || facts.unreachableSince !== null) return 'trouble';
  if (facts.allStale || (feeds.length > 0 && feeds.every(isDown))) return 'trouble';
  if (line !== null || feeds.some(isDown)) return 'notice';
  if (facts.feeds === undefined) return 'pending';
  return facts.feeds.market === 'simulated' ? 'notice' : 'calm';
}

/** What a note says: a few words, and more where there is room. */
export interface Note {
  text: string;
  more: string | null;
}

function historyNote({ history }: FeedsView): Note | null {
  const { done, total, failed, missing } = history;
  if (done + failed < total) {
    const more = 'charts and changes fill in as it comes';
    return { text: `Loading history, ${done} of ${total}`, more };
  }
  if (done >= total) return null;
  const [next] = missing.flatMap(({ next_attempt }) => next_attempt ?? []).sort();
  const again = next === undefined ? '' : `, next try ${formatClockUtc(Date.parse(next))}`;
  return { text: `History missing: ${total - done} of ${total}${again}`, more: null };
}

function clockNote(feeds: readonly FeedStatus[]): Note | null {
  const wrong = feeds.find((feed) => isClockWrong(feed));
  if (wrong === undefined) return null;
  const { exchange, clock_offset_ms } = wrong;
  return {
    text: `Server clock ${clockWords(clock_offset_ms)}`,
    more: `as ${EXCHANGE_NAMES[exchange]} tells, and corrected`,
  };
}

/** Whether our server's clock is so far from a venue's that a person should set it. */
export function isClockWrong({ clock_offset_ms }: FeedStatus): boolean {
  return Math.abs(clock_offset_ms ?? 0) >= CLOCK_WRONG_MS;
}

/** How a clock of ours stands to a venue's: `8 min ahead`. */
export function clockWords(offsetMs: number | null): string {
  if (offsetMs === null) return MISSING;
  if (Math.abs(offsetMs) < 1_000)
    return `${Math.abs(offsetMs)} ms ${offsetMs < 0 ? 'behind' : 'ahead'}`;
  return `${formatSpan(Math.abs(offsetMs))} ${offsetMs < 0 ? 'behind' : 'ahead'}`;
}

/** What a reader should know about the prices on the page, from the feeds and the stream. */
export function marketHealth(facts: HealthFacts): MarketHealth {
  const feeds = facts.feeds?.feeds ?? [];
  const line = lineProblem(facts);
  const problem = line ?? feedProblem(feeds, facts.now) ?? (facts.allStale ? ALL_STALE : null);
  const tone = toneOf(facts, feeds, line);
  const label = labelOf(tone, facts, feeds.some(isDown));
  const note = facts.feeds ? (clockNote(feeds) ?? historyNote(facts.feeds)) : null;
  return { tone, label, market: facts.feeds?.market ?? null, problem, note };
}
