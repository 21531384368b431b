import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECT, type Direct } from '../../tests/direct.ts';
import { roughBars } from '../../tests/rough-bars.ts';
import type { Bar } from '../bar.ts';
import { INDICATORS } from '../catalogue.ts';
import type { IndicatorKind } from '../indicator-kind.ts';
import { overSeries } from '../streaming.ts';

/** Parameters within the limits, short enough that a series of some hundred bars is long. */
function parametersOf(kind: IndicatorKind): fc.Arbitrary<number[]> {
  return fc.tuple(
    ...kind.parameters.map(({ min, integer }) =>
      integer ? fc.integer({ min, max: 20 }) : fc.constantFrom(min, 1, 2, 2.5),
    ),
  );
}

function near(ours: number | null, direct: Direct | null): boolean {
  if (ours === null || direct === null) return ours === direct;
  return Math.abs(ours - direct.value) <= 1e-12 * direct.scale;
}

function exists(bar: Bar | null): bar is Bar {
  return bar !== null;
}

describe.each(INDICATORS)('$name', (kind) => {
  it('bar by bar is what its formula says of all bars so far, to 1e-12', () => {
    const places = fc.array(fc.nat(), { maxLength: 6 });
    fc.assert(
      fc.property(roughBars, parametersOf(kind), places, (series, parameters, somewhere) => {
        const answers = overSeries(kind.create(parameters), series);
        const looked = new Set([series.length - 1, ...somewhere.map((n) => n % series.length)]);
        for (const at of looked) {
          if (series[at] === null) {
            expect(answers[at]).toBeNull();
            continue;
          }
          const direct = DIRECT[kind.name]!(series.slice(0, at + 1).filter(exists), parameters);
          const ours = answers[at]!;
          expect(ours).toHaveLength(kind.outputs.length);
          direct.forEach((answer, output) => {
            if (near(ours[output]!, answer)) return;
            expect.fail(`${at}, ${kind.outputs[output]}: ${ours[output]}, ${answer?.value}`);
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a bar that does not exist is answered with null and changes nothing', () => {
    fc.assert(
      fc.property(roughBars, parametersOf(kind), (series, parameters) => {
        const answers = overSeries(kind.create(parameters), series);
        const whole = overSeries(kind.create(parameters), series.filter(exists));
        expect(answers.filter((_, i) => series[i] !== null)).toEqual(whole);
        expect(answers.filter((_, i) => series[i] === null).every((a) => a === null)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('says everything from its warm-up on, and not before', () => {
    const walk = Array.from({ length: 200 }, (_, i): Bar => {
      const close = 100 + 10 * Math.sin(i) + i / 7;
      return {
        time: i * 60_000,
        open: close,
        high: close + 1,
        low: close - 2,
        close,
        volume: 1 + i,
      };
    });
    fc.assert(
      fc.property(parametersOf(kind), (parameters) => {
        const answers = overSeries(kind.create(parameters), walk);
        const complete = answers.map((answer) => answer!.every((value) => value !== null));
        const warm = kind.warmUp(parameters);
        expect(complete.indexOf(true) + 1).toBe(warm);
        expect(complete.slice(warm - 1).every(Boolean)).toBe(true);
      }),
    );
  });
});
