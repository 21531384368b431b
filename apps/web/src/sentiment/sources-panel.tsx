'use client';

import type { NewsSource } from '@tidemark/contracts/news';
import { Badge } from '../components/ui/badge.tsx';
import { DataTable, type Column } from '../components/ui/data-table.tsx';
import { Loaded } from '../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../components/ui/panel.tsx';
import { formatCount } from '../format/compact.ts';
import { formatClockUtc, formatMomentUtc, formatSpan } from '../format/time.ts';
import { WHILE_SEEN } from '../market/market-api.ts';
import { KIND_NAMES, languageName } from './source-words.ts';
import { useSourcesQuery } from './sentiment-api.ts';
import { useNow } from './use-now.ts';

const AGAIN_MS = 15_000;
const DAY_MS = 86_400_000;

const STATUS: Record<
  NewsSource['status'],
  { text: string; tone: 'up' | 'down' | 'notice' | 'quiet' }
> = {
  ok: { text: 'Read', tone: 'up' },
  waiting: { text: 'Not read yet', tone: 'quiet' },
  failing: { text: 'Failing', tone: 'down' },
  muted: { text: 'Muted', tone: 'notice' },
  no_key: { text: 'No key', tone: 'quiet' },
};

/** A moment that is near: its clock time, else its day too. */
function Moment({ at, none }: { at: number | null; none: string }) {
  const now = useNow(AGAIN_MS);
  if (at === null) return <span className="text-muted">{none}</span>;
  const isNear = Math.abs(now - at) < DAY_MS / 2;
  return (
    <time dateTime={new Date(at).toISOString()} className="figures">
      {isNear ? formatClockUtc(at) : formatMomentUtc(at)}
    </time>
  );
}

function Trouble({ source }: { source: NewsSource }) {
  const { error, failures, refused, refused_why } = source;
  return (
    <>
      {error !== null && (
        <span className="block text-xs break-words text-down">
          {error}
          {failures > 1 && ` (${failures} times in a row)`}
        </span>
      )}
      {refused > 0 && (
        <span className="block text-xs break-words text-notice">
          {refused} items could not be read{refused_why !== null && `: ${refused_why}`}
        </span>
      )}
    </>
  );
}

const COLUMNS: readonly Column<NewsSource>[] = [
  {
    ...{ id: 'source', label: 'Source', isTitle: true },
    cell: (source) => (
      <span className="flex min-w-40 flex-col">
        <span className="font-medium break-words">{source.name}</span>
        <span className="text-xs text-muted">
          {KIND_NAMES[source.kind] === source.name ? 'Posts' : KIND_NAMES[source.kind]}
          {source.language !== null && `, ${languageName(source.language)}`}
          {source.weight !== 1 && `, weight ${source.weight}`}
        </span>
        <Trouble source={source} />
      </span>
    ),
    sortBy: ({ name }) => name,
  },
  {
    ...{ id: 'status', label: 'Status' },
    cell: ({ status }) => <Badge tone={STATUS[status].tone}>{STATUS[status].text}</Badge>,
    sortBy: ({ status }) => STATUS[status].text,
  },
  {
    ...{ id: 'articles', label: 'Articles, 24 h', isFigure: true },
    cell: ({ articles_24h }) => <span className="figures">{formatCount(articles_24h)}</span>,
    sortBy: ({ articles_24h }) => articles_24h,
  },
  {
    ...{ id: 'last', label: 'Last read', isFigure: true },
    cell: ({ last_ok_at }) => <Moment at={last_ok_at} none="never" />,
    sortBy: ({ last_ok_at }) => last_ok_at,
  },
  {
    ...{ id: 'next', label: 'Next', isFigure: true },
    cell: ({ next_at, interval_s }) => (
      <span title={`every ${formatSpan(interval_s * 1000)}`}>
        <Moment at={next_at} none="not read" />
      </span>
    ),
    sortBy: ({ next_at }) => next_at,
  },
  {
    ...{ id: 'cost', label: 'Cost' },
    cell: ({ cost }) => <span className="block text-xs text-muted md:max-w-80">{cost}</span>,
    className: 'max-md:col-span-2',
  },
];

/** Where news come from, and how reading that goes. */
export function SourcesPanel() {
  const query = useSourcesQuery(undefined, { pollingInterval: AGAIN_MS, ...WHILE_SEEN });
  return (
    <Panel id="sources" aria-label="Sources" className="scroll-mt-18 pb-1">
      <PanelHeader>
        <PanelTitle>Sources</PanelTitle>
      </PanelHeader>
      <Loaded query={query} what="The sources" height="h-64">
        {(sources) =>
          sources.length === 0 ? (
            <p className="px-4 pb-4 text-muted">
              No news is read here: whoever runs this server has turned it off.
            </p>
          ) : (
            <DataTable
              caption="Sources of news: how reading them goes and what it costs"
              columns={COLUMNS}
              rows={sources}
              rowKey={({ source_id }) => source_id}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
