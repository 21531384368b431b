import type { Coin } from './coins/coin.ts';
import { SHAPE, wordsOf } from './reading/words.ts';
import { SENSES, type Sense } from './rules/senses.ts';
import { sentenceOf, type Sentence } from './rules/sentence.ts';

/** A coin that a headline is about, and what stands for it there. */
export interface CoinMention {
  /** Slug, such as `bitcoin`. */
  readonly coin_id: string;
  /** Ticker, such as `BTC`. */
  readonly symbol: string;
  /** As it is written there. */
  readonly surface: string;
  /** Where it begins and ends, in UTF-16 units; places in a summary go on from the title's end and a line break. */
  readonly from: number;
  readonly to: number;
}

/** What is read of a title or a summary, in UTF-16 units. */
const READ_LENGTH = 10_000;

/**
 * The coins that a headline is about, each once, in the order of their first mention. Coins are those of {@link ALL_COINS}: names and
 * tickers that are other words too count in the company that the rules want. Reads the first 10,000 units of each text, in linear time.
 */
export function coinsIn(title: string, summary?: string): CoinMention[] {
  const mentions = mentionsIn(title, 0);
  const more = summary === undefined ? [] : mentionsIn(summary, title.length + 1);
  const seen = new Set<string>();
  return [...mentions, ...more].filter(({ coin_id }) => {
    if (seen.has(coin_id)) return false;
    seen.add(coin_id);
    return true;
  });
}

/** A stretch of words, and what they can mean; the first that holds is what they mean. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly senses: readonly Sense[];
  coin: Coin | null;
}

function mentionsIn(text: string, offset: number): CoinMention[] {
  const words = wordsOf(text.slice(0, READ_LENGTH));
  const places = placesIn(words);
  if (places.length === 0) return [];
  const tickers = places.filter(
    ({ from, senses }) => senses[0]?.isTicker && words.shapes[from] === SHAPE.upper,
  );
  const sentence = sentenceOf(words, tickers.length);
  for (const { from, to, senses } of places) {
    if (senses.some(({ mayBe }) => mayBe)) sentence.mayBeCoin.fill(true, from, to);
  }
  for (const place of places) decide(sentence, place, false);
  // What stands beside a coin can be one: once from each side.
  for (const place of places) decide(sentence, place, true);
  for (const place of places.toReversed()) decide(sentence, place, true);
  return places.flatMap(({ coin, from, to }) => {
    if (coin === null) return [];
    const [start, end] = [words.from[from] ?? 0, words.to[to - 1] ?? 0];
    const surface = text.slice(start, end);
    const at = { from: offset + start, to: offset + end };
    return [{ coin_id: coin.id, symbol: coin.symbol, surface, ...at }];
  });
}

/** All places where something can be meant, from left to right and without two on one word; the longest wins. */
function placesIn(words: ReturnType<typeof wordsOf>): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < words.words.length;) {
    const [longest] = SENSES.at(words, at);
    if (longest === undefined) {
      at += 1;
      continue;
    }
    const to = at + longest.length;
    places.push({ from: at, to, senses: longest.entries, coin: null });
    at = to;
  }
  return places;
}

/** Decides what can be told by now; `late` when all coins that need no company are known. */
function decide(sentence: Sentence, place: Place, late: boolean): void {
  if (place.coin !== null) return;
  const { from, to } = place;
  const sense = place.senses.find(
    (each) => (late || !each.waits) && each.holds(sentence, from, to),
  );
  if (sense === undefined || sense.coin === null) return;
  place.coin = sense.coin;
  sentence.isCoin.fill(true, from, to);
}
