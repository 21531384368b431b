'use client';

import { useSearchParams } from 'next/navigation';
import { Choice } from '../../components/ui/choice.tsx';
import { cn } from '../../components/ui/class-names.ts';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { changeAddress } from '../address.ts';
import { useSourcesQuery } from '../sentiment-api.ts';
import { filtersOf } from './feed-filters.ts';
import { FilterBar } from './filter-bar.tsx';
import { MARKS } from './marked-title.tsx';
import { NewsList } from './news-list.tsx';
import { socialSources, whyNoneSocial } from './social-sources.ts';

const VIEWS = [
  { value: 'news', label: 'All news' },
  { value: 'social', label: 'Social' },
] as const;

function Legend() {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 px-4 pb-3 text-xs text-muted">
      <span>Words that decided:</span>
      <span>
        <span className={cn('rounded-xs px-0.5 text-foreground', MARKS.good)}>good</span> has a
        line,
      </span>
      <span>
        <span className={cn('rounded-xs px-0.5 text-foreground', MARKS.bad)}>bad</span> a wave
      </span>
    </p>
  );
}

/** The news as a list, all of it or what people say on Reddit and X. */
export function FeedPanel() {
  const params = useSearchParams();
  const view = params.get('view') === 'social' ? 'social' : 'news';
  const { data: sources = [], isLoading } = useSourcesQuery(undefined);
  const asked = filtersOf(params);
  const social = socialSources(sources);
  const filters = view === 'social' ? { ...asked, source: chosenOf(asked.source, social) } : asked;
  const hasNone = view === 'social' && filters.source === null;
  return (
    <Panel id="news" aria-label="News" className="scroll-mt-18">
      <PanelHeader className="flex-wrap">
        <PanelTitle>{view === 'social' ? 'What people say' : 'News'}</PanelTitle>
        <Choice
          label="Kind of news"
          options={VIEWS}
          value={view}
          onChange={(next) => changeAddress({ view: next === 'news' ? null : next, source: null })}
        />
      </PanelHeader>
      {hasNone ? (
        <p
          data-testid="no-social"
          className="border-t border-line px-6 py-14 text-center text-muted"
        >
          {isLoading ? 'Asking for the sources…' : whyNoneSocial(sources)}
        </p>
      ) : (
        <>
          <FilterBar
            filters={filters}
            sources={view === 'social' ? social : sources}
            oneSource={view === 'social'}
          />
          <Legend />
          <NewsList
            key={JSON.stringify(filters)}
            filters={filters}
            empty={
              view === 'social'
                ? 'Nothing was read there yet, or nothing that fits the filters.'
                : 'Nothing fits these filters. News appear here as they are read.'
            }
          />
        </>
      )}
    </Panel>
  );
}

/** The source that is asked for if it is one of these, else the first. */
function chosenOf(asked: string | null, sources: ReturnType<typeof socialSources>): string | null {
  return (sources.find(({ source_id }) => source_id === asked) ?? sources[0])?.source_id ?? null;
}
