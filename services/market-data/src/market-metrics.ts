import type { FeedsView } from '@tidemark/contracts/feeds';
import { Gauge, type Metrics } from '@tidemark/telemetry/metrics';
import { type OutboxCounts, outboxMetrics } from '@tidemark/telemetry/outbox-metrics';
import type { Ownership } from './candles/ownership.ts';
import type { TradePublisher } from './trades/trade-publisher.ts';

export interface MetricSources {
  feeds(): FeedsView;
  publisher: TradePublisher;
  outboxes(): readonly OutboxCounts[];
  ownership: Ownership;
}

/** The feeds' figures for Prometheus, read when they are scraped. */
export function marketMetrics(registry: Metrics, sources: MetricSources): void {
  const registers = [registry];
  feedMetrics(registers, sources);
  new Gauge({
    name: 'tidemark_trades_dropped_total',
    help: 'trades that did not get onto the bus; REST brings them back',
    registers,
    collect() {
      this.set(sources.publisher.dropped);
    },
  });
  outboxMetrics(registry, () => sources.outboxes());
  historyMetrics(registers, sources);
  partitionMetrics(registers, sources.ownership);
}

function feedMetrics(registers: Metrics[], sources: Pick<MetricSources, 'feeds'>): void {
  const labelNames = ['exchange'];
  const perFeed = (
    name: string,
    help: string,
    value: (feed: FeedsView['feeds'][number]) => number | null,
  ) =>
    new Gauge({
      name: `tidemark_feed_${name}`,
      help,
      labelNames,
      registers,
      collect() {
        for (const feed of sources.feeds().feeds) {
          const known = value(feed);
          if (known !== null) this.set({ exchange: feed.exchange }, known);
        }
      },
    });
  perFeed('live', '1 when the feed is live', (feed) => (feed.status === 'live' ? 1 : 0));
  perFeed('messages_total', 'frames received', (feed) => feed.messages);
  perFeed('trades_total', 'trades received', (feed) => feed.trades);
  perFeed('duplicates_total', 'trades seen before and dropped', (feed) => feed.duplicates);
  perFeed('repaired_total', 'trades brought from REST', (feed) => feed.trades_repaired);
  perFeed(
    'clock_offset_ms',
    'how far the clock of this machine is ahead of the venue’s',
    (feed) => feed.clock_offset_ms,
  );
  perFeed('holes', 'runs of trade ids that are missing now', (feed) => feed.holes_open);
  perFeed('reconnects_total', 'reconnects', (feed) => feed.reconnects);
  new Gauge({
    name: 'tidemark_feed_refused_total',
    help: 'frames refused or ignored, by reason',
    labelNames: ['exchange', 'reason'],
    registers,
    collect() {
      for (const { exchange, refused } of sources.feeds().feeds) {
        for (const [reason, count] of Object.entries(refused)) {
          this.set({ exchange, reason }, count);
        }
      }
    },
  });
}

/** How much of the past is there. */
function historyMetrics(registers: readonly Metrics[], sources: MetricSources): void {
  new Gauge({
    name: 'tidemark_history',
    help: 'histories to be back-filled since the start, by state; failed: asked for in vain so far',
    labelNames: ['state'],
    registers: [...registers],
    collect() {
      const { done, total, failed } = sources.feeds().history;
      this.set({ state: 'done' }, done);
      this.set({ state: 'failed' }, failed);
      this.set({ state: 'waiting' }, total - done - failed);
    },
  });
  new Gauge({
    name: 'tidemark_history_missing',
    help: 'histories, and gaps that could not be healed so far, that are not there',
    registers: [...registers],
    collect() {
      this.set(sources.feeds().history.missing_total);
    },
  });
}

/** How much of the market this replica owns. */
function partitionMetrics(registers: readonly Metrics[], ownership: Ownership): void {
  new Gauge({
    name: 'tidemark_partitions',
    help: 'partitions of trades that this replica was given, by whether their books are loaded',
    labelNames: ['books'],
    registers: [...registers],
    collect() {
      this.set({ books: 'loaded' }, ownership.loaded());
      this.set({ books: 'missing' }, ownership.waiting().length);
    },
  });
}
