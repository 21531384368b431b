import fc from 'fast-check';
import type { Bar } from '../src/bar.ts';

/** What happens for some bars: `spike` is one bar a million higher, `level` stays there until the next `level`. */
const piece = fc.record({
  kind: fc.constantFrom('walk', 'walk', 'walk', 'flat', 'hole', 'spike', 'level'),
  length: fc.integer({ min: 1, max: 40 }),
});

/** Series of bars with holes (null), flat stretches, bars without volume, and jumps of a million up and down. */
export const roughBars: fc.Arbitrary<(Bar | null)[]> = fc
  .record({
    seed: fc.integer(),
    price: fc.integer({ min: -8, max: 5 }).map((power) => 10 ** power),
    pieces: fc.array(piece, { minLength: 1, maxLength: 9 }),
  })
  .map(({ seed, price, pieces }) => {
    const random = randomFrom(seed);
    const bars: (Bar | null)[] = [];
    let close = price * (1 + random());
    let level = 0;
    for (const { kind, length } of pieces) {
      if (kind === 'level') level = level === 0 ? 1e6 : 0;
      for (let i = 0; i < (kind === 'spike' ? 1 : length); i++) {
        const time = bars.length * 3_600_000;
        if (kind !== 'flat') close *= 1 + (random() - 0.5) / 50;
        const at = close + level + (kind === 'spike' ? 1e6 : 0);
        bars.push(kind === 'hole' ? null : barAround(time, at, kind === 'flat' ? 0 : 0.01, random));
      }
    }
    return bars;
  });

function barAround(time: number, close: number, spread: number, random: () => number): Bar {
  const open = close * (1 + spread * (random() - 0.5));
  const high = Math.max(open, close) * (1 + spread * random());
  const low = Math.min(open, close) * (1 - spread * random());
  const volume = random() < 0.1 ? 0 : random() * 10 ** Math.floor(random() * 8);
  return { time, open, high, low, close, volume };
}

/** Mulberry32: numbers in [0, 1), the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
