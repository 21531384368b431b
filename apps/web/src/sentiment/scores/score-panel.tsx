'use client';

import type { Sentiment } from '@tidemark/contracts/sentiment';
import type { ReactNode } from 'react';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { formatClockUtc } from '../../format/time.ts';
import { WHILE_SEEN } from '../../market/market-api.ts';
import { useSentimentQuery } from '../sentiment-api.ts';
import { HowComputed } from './how-computed.tsx';
import { ScoreScale } from './score-scale.tsx';
import {
  countWords,
  formatScore,
  scoreSentence,
  toneOf,
  volumeWords,
  wholePercent,
} from './score-words.ts';
import { ShareBar } from './share-bar.tsx';
import { TONE_TEXT, ToneGlyph } from './tone-mark.tsx';

/** Also without an update the news grows old. */
const AGAIN_MS = 60_000;

interface FigureProps {
  name: string;
  /** Its unit, or what it is against. */
  note: string;
  children: ReactNode;
}

function Figure({ name, note, children }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col bg-surface px-4 py-2.5">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="figures text-base leading-7 font-semibold tracking-[-0.015em]">{children}</dd>
      <dd className="text-2xs text-muted">{note}</dd>
    </div>
  );
}

function Change({ change }: { change: number | null }) {
  if (change === null) return <span className="font-normal text-muted">not known</span>;
  const text = formatScore(change);
  const tone = Number(text) === 0 ? 'neutral' : change > 0 ? 'good' : 'bad';
  return (
    <span className={TONE_TEXT[tone]}>
      {tone !== 'neutral' && <ToneGlyph tone={tone} />} {text}
    </span>
  );
}

function changeNote(change: number | null, before: string): string {
  return change === null ? `no score of ${before} is kept` : `of the score, in ${before}`;
}

function Figures({ sentiment }: { sentiment: Sentiment }) {
  const { score, confidence, change_1h, change_24h, volume_24h, dispersion } = sentiment;
  return (
    <dl className="grid grid-cols-2 gap-px border-y border-line bg-line sm:grid-cols-3">
      <Figure name="Confidence" note={`by ${countWords(sentiment.stories, 'story', 'stories')}`}>
        {score === null ? '—' : wholePercent(confidence * 100)}
      </Figure>
      <Figure name="Change in 1 h" note={changeNote(change_1h, '1 h')}>
        <Change change={change_1h} />
      </Figure>
      <Figure name="Change in 24 h" note={changeNote(change_24h, '24 h')}>
        <Change change={change_24h} />
      </Figure>
      <Figure name="Told in 24 h" note={volumeWords(sentiment)}>
        {countWords(volume_24h, 'story', 'stories')}
      </Figure>
      <Figure name="Told by" note={`in ${countWords(sentiment.articles, 'article')}`}>
        {countWords(sentiment.sources, 'source')}
      </Figure>
      <Figure
        name="Spread"
        note={dispersion === null ? 'of two stories and more' : 'std. deviation of the stories'}
      >
        {dispersion === null ? '—' : dispersion.toFixed(2)}
      </Figure>
    </dl>
  );
}

function Body({ sentiment }: { sentiment: Sentiment }) {
  const { score, window_hours, half_life_hours, model, timestamp } = sentiment;
  const tone = score === null ? 'neutral' : toneOf(score);
  return (
    <>
      <div className="flex flex-col gap-3 px-4 pb-4">
        <div className="flex items-baseline gap-3">
          <p className={`figures text-3xl leading-10 font-semibold ${TONE_TEXT[tone]}`}>
            {score !== null && <ToneGlyph tone={tone} className="mr-1.5 align-[0.15em]" />}
            {formatScore(score)}
          </p>
          <p className="text-xs text-muted">score, −1 to +1</p>
        </div>
        <p className="min-h-10 text-[0.8125rem] sm:min-h-5" data-testid="score-sentence">
          {scoreSentence(sentiment)}.
        </p>
        <ScoreScale score={score} />
        <ShareBar shares={sentiment} withWords />
      </div>
      <Figures sentiment={sentiment} />
      <div className="flex flex-col gap-1 px-4 py-3 text-xs text-muted">
        <p>
          Of the last {window_hours} h, each story counting half after {half_life_hours} h. Scored
          by {model}. As of {formatClockUtc(Date.parse(timestamp))}.
        </p>
        <HowComputed sentiment={sentiment} />
      </div>
    </>
  );
}

interface ScorePanelProps {
  /** Slug of a coin, or `market`. */
  coin: string;
  title: string;
  /** At the right of the title. */
  aside?: ReactNode;
}

/** What the news of a coin, or of the market, sounds like, with all that it rests on. */
export function ScorePanel({ coin, title, aside }: ScorePanelProps) {
  const query = useSentimentQuery(coin, {
    pollingInterval: AGAIN_MS,
    refetchOnMountOrArgChange: 30,
    ...WHILE_SEEN,
  });
  return (
    <Panel aria-label={`News of ${title}`}>
      <PanelHeader>
        <PanelTitle>{title}</PanelTitle>
        {aside}
      </PanelHeader>
      <Loaded query={{ ...query, data: query.currentData }} what="The score" height="h-96">
        {(sentiment) => <Body sentiment={sentiment} />}
      </Loaded>
    </Panel>
  );
}
