import { expect, test } from 'vitest';
import type { Indicators, IndicatorSeries } from '@tidemark/contracts/analytics';
import { DEFAULT_CHOICE, type IndicatorChoice, type OverlayId } from './indicator-choice.ts';
import { namesOf, overlayLimit, overlaysOf, valuesAt } from './overlays.ts';
import { RANGE_IDS, RANGES } from './ranges.ts';

function choiceOf(...ids: OverlayId[]): IndicatorChoice {
  const on = { sma: false, ema: false, bollinger: false, volatility: false };
  for (const id of ids) on[id] = true;
  return { ...DEFAULT_CHOICE, on };
}

function seriesOf(name: string, outputs: string[], ...values: (number | null)[][]) {
  return { name, outputs, values } as IndicatorSeries;
}

function answerOf(times: number[], ...indicators: IndicatorSeries[]): Indicators {
  return { coin_id: 'bitcoin', times, indicators } as unknown as Indicators;
}

test('all that is shown is asked for at once, and each indicator once', () => {
  expect(namesOf(choiceOf())).toBe('');
  expect(namesOf(choiceOf('sma', 'ema', 'bollinger', 'volatility'))).toBe(
    'sma(20),ema(50),bollinger(20,2),stddev(20)',
  );
  const other = { ...choiceOf('sma', 'volatility'), periods: { sma: 9, ema: 50 } };
  expect(namesOf(other)).toBe('sma(9),stddev(20),sma(20)');
});

test('an overlay has a value for each bar that the service has one for, and none while it warms up', () => {
  const answer = answerOf([1, 2, 3], seriesOf('sma(20)', ['value'], [null], [10], [11]));
  const [sma] = overlaysOf(choiceOf('sma'), answer);
  expect(sma).toEqual({
    id: 'sma',
    label: 'SMA 20',
    points: [
      { time: 2, values: [10] },
      { time: 3, values: [11] },
    ],
  });
});

test('the bands are found by the names of their outputs, wherever those stand', () => {
  const bands = seriesOf('bollinger(20,2)', ['lower', 'middle', 'upper'], [8, 10, 12]);
  const [overlay] = overlaysOf(choiceOf('bollinger'), answerOf([1], bands));
  expect(overlay?.points).toEqual([{ time: 1, values: [12, 8] }]);
});

test('volatility is the deviation in percent of the average, and nothing where that is 0', () => {
  const answer = answerOf(
    [1, 2],
    seriesOf('stddev(20)', ['value'], [3], [0]),
    seriesOf('sma(20)', ['value'], [200], [0]),
  );
  const [overlay] = overlaysOf(choiceOf('volatility'), answer);
  expect(overlay?.points).toEqual([{ time: 1, values: [1.5] }]);
});

test('an overlay is named before its values are there, also when the answer has other periods', () => {
  const other = answerOf([1], seriesOf('sma(50)', ['value'], [10]));
  for (const answer of [undefined, other]) {
    expect(overlaysOf(choiceOf('sma'), answer)).toEqual([
      { id: 'sma', label: 'SMA 20', points: [] },
    ]);
  }
});

test('a bar is read by its time, and the newest closed one where none is pointed at', () => {
  const points = [
    { time: 1, values: [10] },
    { time: 2, values: [11] },
  ];
  const overlay = { id: 'sma', label: 'SMA 20', points } as const;
  expect(valuesAt(overlay, 1)).toEqual([10]);
  expect(valuesAt(overlay, null)).toEqual([11]);
  expect(valuesAt(overlay, 3)).toBeNull();
  expect(valuesAt({ ...overlay, points: [] }, null)).toBeNull();
});

test('every bar has its value asked for, up to what the service answers', () => {
  expect([0, 1, 250, 251, 999, 1000, 5000].map(overlayLimit)).toEqual([
    250, 250, 250, 500, 1000, 1000, 1000,
  ]);
});

test('a new bar is seldom a new question', () => {
  for (const id of RANGE_IDS) {
    const { limit } = RANGES[id];
    expect(overlayLimit(limit + 1)).toBe(overlayLimit(limit));
  }
});
