import type { Bar } from '@tidemark/indicators/bar';
import { INDICATORS } from '@tidemark/indicators/catalogue';
import { overSeries } from '@tidemark/indicators/streaming';
import { describe, expect, it } from 'vitest';
import { createRule } from './evaluate.ts';
import { parseRule } from './parse-rule.ts';
import { printRule } from './print-rule.ts';
import { ruleWords } from './rule-words.ts';
import { sentimentKind, speaksOfNews } from './sentiment-kind.ts';
import { warmUp } from './warm-up.ts';

const bar = (time: number): Bar => ({ time, open: 1, high: 1, low: 1, close: 1, volume: 1 });

/** News that sound as good as the bar is late, in tenths; none of odd bars, nor of more than 24 hours. */
const KINDS = [
  ...INDICATORS,
  sentimentKind(({ time }, hours) => (time % 2 === 1 || hours > 24 ? null : time / 10)),
];
const over = (text: string, times: readonly (number | null)[]) =>
  overSeries(
    createRule(parseRule(text, KINDS), KINDS),
    times.map((time) => (time === null ? null : bar(time))),
  );

describe('sentiment in a rule', () => {
  it('is the score of the last 24 hours, or of as many as it says', () => {
    expect(printRule(parseRule('sentiment > 0.2', KINDS))).toBe('sentiment(24) > 0.2');
    expect(printRule(parseRule('Sentiment(6) < -0.5', KINDS))).toBe('sentiment(6) < -0.5');
    expect(ruleWords(parseRule('sentiment < 0', KINDS))).toBe('SENTIMENT(24) is below 0');
    expect(over('sentiment > 0.3', [2, 4, 6])).toEqual([false, true, true]);
  });

  it('is not known where the news are not, and a bar that does not exist asks nothing', () => {
    expect(over('sentiment > 0.3', [1, 4, null, 3])).toEqual([null, true, null, null]);
    expect(over('sentiment(25) > 0', [2])).toEqual([null]);
    expect(over('sentiment > 0.3 and close > 2', [1])).toEqual([false]);
  });

  it('can be asked for bars ago, and for its crossings', () => {
    expect(over('sentiment[1] > 0.3', [4, 2])).toEqual([null, true]);
    expect(over('sentiment crosses above 0.3', [4, 2, 6])).toEqual([null, false, true]);
  });

  it('is known with the first bar, and takes whole hours, 1 to 720', () => {
    expect(warmUp(parseRule('sentiment(720) > 0', KINDS), KINDS)).toBe(1);
    for (const hours of [0, 721, 1.5]) {
      expect(() => parseRule(`sentiment(${hours}) > 0`, KINDS)).toThrow(
        'hours of `sentiment` must be a whole number from 1 to 720',
      );
    }
  });

  it('is seen in a rule wherever it stands', () => {
    const speaks = (text: string) => speaksOfNews(parseRule(text, KINDS));
    expect(speaks('not (close > 1 or -sentiment(6)[2] * 2 < close)')).toBe(true);
    expect(speaks('rsi < 30 and close > sma(20)')).toBe(false);
  });
});
