'use client';

import type { TrendingCoin } from '@tidemark/contracts/sentiment';
import { Loaded } from '../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../components/ui/panel.tsx';
import { WHILE_SEEN } from '../market/market-api.ts';
import { CoinLink } from './coin-link.tsx';
import { useCoinName } from './coin-names.ts';
import { countWords, formatScore, toneOf, volumeWords } from './scores/score-words.ts';
import { TONE_TEXT, ToneGlyph } from './scores/tone-mark.tsx';
import { useTrendingQuery } from './sentiment-api.ts';

const SHOWN = 6;
const AGAIN_MS = 60_000;

function Row({ coin, name }: { coin: TrendingCoin; name: string }) {
  const { coin_id, volume_24h, score, headline } = coin;
  const tone = score === null ? 'neutral' : toneOf(score);
  return (
    <li className="flex flex-col gap-0.5 border-t border-line px-4 py-2.5">
      <div className="flex items-baseline justify-between gap-3">
        <CoinLink coin={coin_id} className="font-medium">
          {name}
        </CoinLink>
        <span className={`figures text-[0.8125rem] ${TONE_TEXT[tone]}`}>
          {score !== null && <ToneGlyph tone={tone} />} {formatScore(score)}
        </span>
      </div>
      <p className="text-xs text-muted">
        {countWords(volume_24h, 'story', 'stories')} in 24 h
        {coin.volume_usual !== null && `; ${volumeWords(coin)}`}
      </p>
      {headline !== null && <p className="line-clamp-2 text-xs break-words">{headline}</p>}
    </li>
  );
}

/** Coins that more is told of than usual. */
export function TrendingPanel() {
  const query = useTrendingQuery(SHOWN, { pollingInterval: AGAIN_MS, ...WHILE_SEEN });
  const nameOf = useCoinName();
  return (
    <Panel aria-label="Talked about">
      <PanelHeader>
        <PanelTitle>What is talked about</PanelTitle>
        <span className="text-xs text-muted">24 h against usual</span>
      </PanelHeader>
      <Loaded query={query} what="What is talked about" height="h-96">
        {(coins) =>
          coins.length === 0 ? (
            <p className="px-4 pb-4 text-muted">Nothing was told of any coin in 24 hours.</p>
          ) : (
            <>
              <ol>
                {coins.map((coin) => (
                  <Row key={coin.coin_id} coin={coin} name={nameOf(coin.coin_id)} />
                ))}
              </ol>
              {coins.every(({ volume_usual }) => volume_usual === null) && (
                <p className="border-t border-line px-4 py-2.5 text-xs text-muted">
                  What is usual is known after 3 days of news; until then those come first that most
                  is told of.
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
