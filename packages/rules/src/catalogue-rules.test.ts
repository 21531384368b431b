import type { Bar } from '@tidemark/indicators/bar';
import { INDICATORS } from '@tidemark/indicators/catalogue';
import { overSeries } from '@tidemark/indicators/streaming';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createRule } from './evaluate.ts';
import { wordsFor } from './parse-name.ts';
import { parseRule } from './parse-rule.ts';
import { printRule } from './print-rule.ts';
import { SERIES } from './rule.ts';
import { warmUp } from './warm-up.ts';

const bars = Array.from({ length: 400 }, (_, i): Bar => {
  const close = 100 + 10 * Math.sin(i / 5) + (i % 7);
  const open = 100 + 10 * Math.cos(i / 3);
  const high = Math.max(open, close) + 1;
  return { time: i * 3_600_000, open, high, low: Math.min(open, close) - 1, close, volume: 5 + i };
});

describe('each indicator that is offered', () => {
  it.each(INDICATORS)('$name has a name that means nothing else in a rule', ({ name, outputs }) => {
    expect([...SERIES, 'price', ...wordsFor('all')]).not.toContain(name);
    for (const word of [name, ...outputs]) expect(word).toMatch(/^[a-z_][a-z0-9_]*$/);
  });

  it.each(INDICATORS)(
    '$name can be asked for each of its outputs',
    ({ name, outputs, ...kind }) => {
      for (const output of outputs) {
        const rule = parseRule(`${name}.${output} > -1e300`, INDICATORS);
        expect(parseRule(printRule(rule), INDICATORS)).toMatchObject({ left: { output } });
        const answers = overSeries(createRule(rule, INDICATORS), bars);
        const usual = kind.parameters.map((parameter) => parameter.default);
        const readings = overSeries(kind.create(usual), bars);
        const expected = readings.map((it) =>
          it?.[outputs.indexOf(output)] == null ? null : true,
        );
        expect(answers).toEqual(expected);
        expect(answers.indexOf(true)).toBeGreaterThanOrEqual(0);
        expect(answers.indexOf(true)).toBeLessThan(warmUp(rule, INDICATORS));
      }
    },
  );
});

test('a bar that closes at its highest high is at 100 for a rule, whatever the prices', () => {
  const cents = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 100);
  const range = fc.tuple(cents(1, 9_000_000), cents(1, 90_000));
  fc.assert(
    fc.property(fc.array(range, { minLength: 3, maxLength: 3 }), (ranges) => {
      const windows = ranges.map(([low, by], time): Bar => {
        return { time, open: low, low, high: low + by, close: low, volume: 1 };
      });
      const top = Math.max(...windows.map(({ high }) => high));
      const closed = [...windows.slice(0, 2), { ...windows[2]!, high: top, close: top }];
      const rule = parseRule('stochastic(3,1,1).k >= 100', INDICATORS);
      expect(overSeries(createRule(rule, INDICATORS), closed).at(-1)).toBe(true);
    }),
  );
});
