'use client';

import type { FeedStatus as Feed, HistoryView } from '@tidemark/contracts/feeds';
import { Button } from '../components/ui/button.tsx';
import { cn } from '../components/ui/class-names.ts';
import { Popover, PopoverContent, PopoverTrigger } from '../components/ui/popover.tsx';
import { formatCount } from '../format/compact.ts';
import { MISSING } from '../format/price.ts';
import { formatSpan } from '../format/time.ts';
import { useAppSelector } from '../store/store-provider.tsx';
import type { StreamState } from '../stream/stream-slice.ts';
import { useFeedsQuery } from './market-api.ts';
import { clockWords, type Tone } from './market-health.ts';
import { reasonsOf } from './missing-history.ts';
import { EXCHANGE_NAMES } from './names.ts';
import { useMarketHealth } from './use-market-health.ts';

const DOTS: Record<Tone, string> = {
  pending: 'bg-muted',
  calm: 'bg-up',
  notice: 'bg-notice',
  trouble: 'bg-down',
};

const FEED_TONES: Record<Feed['status'], Tone> = {
  connecting: 'pending',
  live: 'calm',
  stalled: 'notice',
  down: 'trouble',
};

const STREAM_WORDS: Record<StreamState['status'], string> = {
  idle: 'not connected yet',
  connecting: 'connecting',
  open: 'connected',
  reconnecting: 'reconnecting',
  paused: 'paused while hidden',
  offline: 'offline',
  refused: 'refused',
};

function Dot({ tone }: { tone: Tone }) {
  return <span aria-hidden className={cn('size-2 shrink-0 rounded-full', DOTS[tone])} />;
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{name}</dt>
      <dd className="figures">{value}</dd>
    </div>
  );
}

function FeedDetails({ feed }: { feed: Feed }) {
  const age = feed.last_message_age_ms;
  return (
    <li className="flex flex-col gap-1.5 py-3">
      <div className="flex items-center gap-2 font-medium">
        <Dot tone={FEED_TONES[feed.status]} />
        {EXCHANGE_NAMES[feed.exchange]}
        <span className="ml-auto text-xs font-normal text-muted">{feed.status}</span>
      </div>
      <dl className="flex flex-col gap-0.5 text-xs">
        <Fact name="Last message" value={age === null ? MISSING : `${formatSpan(age)} ago`} />
        <Fact name="Products" value={formatCount(feed.products)} />
        <Fact name="Trades read" value={formatCount(feed.trades)} />
        <Fact name="Reconnects" value={formatCount(feed.reconnects)} />
        <Fact name="Holes open" value={formatCount(feed.holes_open)} />
        <Fact name="Server clock" value={clockWords(feed.clock_offset_ms)} />
      </dl>
      {feed.last_error !== null && feed.status !== 'live' && (
        <p className="text-xs break-words text-down">{feed.last_error}</p>
      )}
    </li>
  );
}

/** What of the history is still to come, and why. */
function History({ history }: { history: HistoryView }) {
  if (history.done >= history.total && history.missing_total === 0) return null;
  return (
    <div className="flex flex-col gap-0.5 border-t border-line pt-3 text-xs text-muted">
      <p>
        History: {history.done} of {history.total} loaded
        {history.missing_total > 0 && `, ${history.missing_total} missing`}
      </p>
      <ul>
        {reasonsOf(history).map((reason) => (
          <li key={reason} className="break-words">
            {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The state of the feeds in a word; the details on asking. */
export function FeedStatus() {
  const { tone, label } = useMarketHealth();
  const { data } = useFeedsQuery(undefined);
  const stream = useAppSelector((state) => state.stream);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          className="min-w-0 shrink"
          aria-label={`Market feeds: ${label}. Details`}
        >
          <Dot tone={tone} />
          <span className="truncate text-foreground">{label}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Market feeds">
        <p className="flex justify-between gap-4 pb-1 text-xs">
          <span className="text-muted">Live updates to this page</span>
          {STREAM_WORDS[stream.status]}
        </p>
        <ul className="divide-y divide-line">
          {data?.feeds.map((feed) => (
            <FeedDetails key={feed.exchange} feed={feed} />
          ))}
        </ul>
        {data !== undefined && <History history={data.history} />}
      </PopoverContent>
    </Popover>
  );
}
