import type { FeedsView } from '@tidemark/contracts/feeds';
import {
  Counter,
  Gauge,
  type Metrics,
  type OutboxCounts,
  outboxMetrics,
} from '@tidemark/telemetry/metrics';
import type { ReferenceReader } from './currencies/reference-reader.ts';
import type { Ownership } from './ownership/ownership.ts';
import type { TradePublisher } from './trades/trade-publisher.ts';

export interface MetricSources {
  feeds(): FeedsView;
  publisher: TradePublisher;
  outboxes(): readonly OutboxCounts[];
  ownership: Ownership;
  /** Null: no reference rates are read. */
  reference: ReferenceReader | null;
}

/** The feeds' figures for Prometheus, read when they are scraped. */
export function marketMetrics(registry: Metrics, sources: MetricSources): void {
  const registers = [registry];
  feedMetrics(registers, sources);
  new Counter({
    name: 'tidemark_trades_dropped_total',
    help: 'trades that did not get onto the bus; REST brings them back',
    registers,
    collect() {
      this.reset();
      this.inc(sources.publisher.dropped);
    },
  });
  outboxMetrics(registry, () => sources.outboxes());
  historyMetrics(registers, sources);
  partitionMetrics(registers, sources.ownership);
  referenceMetrics(registers, sources.reference);
}

function feedMetrics(registers: Metrics[], sources: Pick<MetricSources, 'feeds'>): void {
  const labelNames = ['exchange'];
  type Value = (feed: FeedsView['feeds'][number]) => number | null;
  const known = (value: Value) =>
    sources.feeds().feeds.flatMap((feed) => {
      const now = value(feed);
      return now === null ? [] : [{ exchange: feed.exchange, now }];
    });
  const perFeed = (name: string, help: string, value: Value) =>
    new Gauge({
      name: `tidemark_feed_${name}`,
      ...{ help, labelNames, registers },
      collect() {
        for (const { exchange, now } of known(value)) this.set({ exchange }, now);
      },
    });
  const counted = (name: string, help: string, value: Value) =>
    new Counter({
      name: `tidemark_feed_${name}_total`,
      ...{ help, labelNames, registers },
      collect() {
        this.reset();
        for (const { exchange, now } of known(value)) this.inc({ exchange }, now);
      },
    });
  perFeed('live', '1 when the feed is live', (feed) => (feed.status === 'live' ? 1 : 0));
  counted('messages', 'frames received', (feed) => feed.messages);
  counted('trades', 'trades received', (feed) => feed.trades);
  counted('duplicates', 'trades seen before and dropped', (feed) => feed.duplicates);
  counted('repaired', 'trades brought from REST', (feed) => feed.trades_repaired);
  perFeed(
    'clock_offset_seconds',
    'how far the clock of this machine is ahead of the venue’s',
    ({ clock_offset_ms: ms }) => (ms === null ? null : ms / 1000),
  );
  perFeed('holes', 'runs of trade ids that are missing now', (feed) => feed.holes_open);
  counted('reconnects', 'reconnects', (feed) => feed.reconnects);
  refusedFrames(registers, sources);
}

function refusedFrames(registers: Metrics[], sources: Pick<MetricSources, 'feeds'>): void {
  new Counter({
    name: 'tidemark_feed_refused_total',
    help: 'frames refused or ignored, by reason',
    labelNames: ['exchange', 'reason'],
    registers,
    collect() {
      this.reset();
      for (const { exchange, refused } of sources.feeds().feeds) {
        for (const [reason, count] of Object.entries(refused)) {
          this.inc({ exchange, reason }, count);
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

/** The reference rates of currencies; no samples where they are not read. */
function referenceMetrics(registers: readonly Metrics[], reference: ReferenceReader | null): void {
  new Counter({
    name: 'tidemark_reference_rate_reads_total',
    help: 'readings of the reference rates of currencies, by what came of them',
    labelNames: ['result'],
    registers: [...registers],
    collect() {
      this.reset();
      for (const result of ['read', 'unchanged', 'failed'] as const) {
        if (reference) this.inc({ result }, reference.counts[result]);
      }
    },
  });
  new Counter({
    name: 'tidemark_reference_rates_refused_total',
    help: 'entries of the reference rates that were no rate',
    registers: [...registers],
    collect() {
      this.reset();
      this.inc(reference?.counts.refused ?? 0);
    },
  });
  new Gauge({
    name: 'tidemark_reference_rates_age_seconds',
    help: 'since the newest day with reference rates began',
    // Without a label a gauge would show 0 before anything is known.
    labelNames: ['source'],
    registers: [...registers],
    collect() {
      const age = reference?.ageMs ?? null;
      if (age !== null) this.set({ source: 'ecb' }, age / 1000);
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
