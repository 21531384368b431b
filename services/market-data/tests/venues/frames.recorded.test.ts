import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBinanceFrame } from '../../src/venues/binance/frames.ts';
import { parseCoinbaseFrame } from '../../src/venues/coinbase/frames.ts';
import type { FrameEvent, FrameParser } from '../../src/venues/venue.ts';
import { faultOf, PARSERS } from './event-soundness.ts';
import { mutations } from './frame-mutations.ts';
import { RECORDINGS_PRESENT, sessionFrames, singleFrames } from './recorded-frames.ts';

const NOW = Date.UTC(2026, 10, 20);
const MUTATIONS = 100_000;
/** Snapshots of whole books are long; their mutations say nothing more. */
const LONGEST_MUTATED = 3_000;

/** How often each kind of event came, refusals by reason and ignored frames by type. */
function tally(frames: readonly string[], parse: FrameParser): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const event of frames.flatMap((frame) => parse(frame, NOW))) {
    const name = nameOf(event);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function nameOf(event: FrameEvent): string {
  if (event.kind === 'refused') return event.reason;
  return event.kind === 'ignored' ? event.type : event.kind;
}

/** Frames grouped by what they mean to the parsers, so that trades are mutated as often as the rest. */
function byMeaning(frames: readonly string[]): string[][] {
  const short = frames.filter((frame) => frame.length <= LONGEST_MUTATED);
  const meaning = (frame: string): string =>
    PARSERS.flatMap(({ parse }) => parse(frame, NOW).map(nameOf)).join();
  return [...Map.groupBy(short, meaning).values()];
}

function tradesOf(file: string, frames: readonly string[], parse: FrameParser): string[] {
  return frames
    .flatMap((frame) => parse(frame, NOW))
    .flatMap((event) => (event.kind === 'trade' ? [event.trade] : []))
    .map((trade) => `${file} ${trade.product} ${trade.trade_id}`);
}

describe.skipIf(!RECORDINGS_PRESENT)('recorded frames (../shared)', () => {
  it('every single frame is sound through both parsers', () => {
    const faults = singleFrames().flatMap(({ file, frames }) =>
      frames.flatMap((frame) =>
        PARSERS.map(({ exchange, parse }) => faultOf(exchange, parse(frame, NOW), NOW))
          .filter((fault) => fault !== null)
          .map((fault) => `${file}: ${fault}`),
      ),
    );
    expect(faults).toEqual([]);
    expect(singleFrames().flatMap(({ frames }) => frames).length).toBeGreaterThan(70);
  });

  it("spot's aggregate trades alone become trades of Binance", () => {
    const trades = singleFrames().flatMap(({ file, frames }) =>
      tradesOf(file, frames, parseBinanceFrame),
    );
    expect(trades).toEqual([
      'binance-crypto-msg-parser.jsonl BTCUSDT 640283266',
      'binance-unicorn-fy.jsonl BTCUSDT 315753210',
    ]);
  });

  it('matches alone become trades of Coinbase', () => {
    const trades = singleFrames().flatMap(({ file, frames }) =>
      tradesOf(file, frames, parseCoinbaseFrame),
    );
    expect(trades).toEqual([
      'coinbase-crypto-msg-parser.jsonl BTC-USD 147587438',
      'coinbase-pro-node/matches-BTC-USD.json BTC-USD 9713921',
      'coinbase-tardis.jsonl ETC-GBP 216544',
    ]);
  });

  it('the session of Binance is understood to the last frame', () => {
    expect(tally(sessionFrames('binance-spot-2021-04-04'), parseBinanceFrame)).toEqual({
      trade: 1910,
      kline: 118,
      depthUpdate: 2688,
    });
  });

  it('the session of Coinbase is understood to the last frame', () => {
    expect(tally(sessionFrames('coinbase-exchange-2021-04-17'), parseCoinbaseFrame)).toEqual({
      subscribed: 3,
      trade: 107,
      quote: 107,
      last_trade_id: 107,
      snapshot: 10,
      l2update: 9719,
    });
  });

  it("a session through the other venue's parser gives no market data", () => {
    const crossed = [
      tally(sessionFrames('binance-spot-2021-04-04'), parseCoinbaseFrame),
      tally(sessionFrames('coinbase-exchange-2021-04-17'), parseBinanceFrame),
    ];
    for (const counts of crossed) {
      expect(Object.keys(counts)).not.toContain('trade');
      expect(Object.keys(counts)).not.toContain('quote');
    }
  });

  it('100,000 mutations of real frames are refused or sound, and nothing throws', () => {
    const sessions = ['binance-spot-2021-04-04', 'coinbase-exchange-2021-04-17'];
    const frames = [
      ...singleFrames().flatMap((one) => one.frames),
      ...sessions.flatMap(sessionFrames),
    ];
    const frame = fc.oneof(...byMeaning(frames).map((group) => fc.constantFrom(...group)));
    fc.assert(
      fc.property(frame, mutations, (text, mutate) => {
        const mutated = mutate(text);
        for (const { exchange, parse } of PARSERS) {
          const fault = faultOf(exchange, parse(mutated, NOW), NOW);
          if (fault) throw new Error(`${fault} from ${mutated.slice(0, 500)}`);
        }
      }),
      { numRuns: MUTATIONS },
    );
  });
});
