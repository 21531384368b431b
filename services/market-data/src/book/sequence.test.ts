import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_HOLE, TradeSequence } from './sequence.ts';

const start = () => new TradeSequence({ next: 100, lastTime: 0, holes: [] });

describe('TradeSequence', () => {
  it('takes each id once, whatever the order and however often it comes', () => {
    const ids = Array.from({ length: 60 }, (_, i) => 100 + i);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...ids, ...ids, ...ids], { minLength: 180, maxLength: 180 }),
        (arrivals) => {
          const sequence = start();
          const taken = arrivals.filter((id) => sequence.accept(id, id) === 'new');
          expect(taken.toSorted((a, b) => a - b)).toEqual(ids);
          expect(sequence.holes).toEqual([]);
          expect(sequence.next).toBe(160);
        },
      ),
    );
  });

  it('holes and seen ids together make up everything below the next id', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 100, max: 400 }), { minLength: 1 }), (arrivals) => {
        const sequence = start();
        for (const id of arrivals) sequence.accept(id, id);
        const missing = new Set<number>();
        for (const hole of sequence.holes) {
          for (let id = hole.from; id <= hole.to; id += 1) missing.add(id);
        }
        for (let id = 100; id < sequence.next; id += 1) {
          expect(missing.has(id)).toBe(!arrivals.includes(id));
        }
      }),
    );
  });

  it('knows everything only up to the trade before the first hole', () => {
    const sequence = start();
    sequence.accept(100, 1000);
    sequence.accept(103, 4000);
    expect(sequence.knownThrough).toBe(1000);
    sequence.accept(101, 2000);
    expect(sequence.knownThrough).toBe(2000);
    sequence.accept(102, 3000);
    expect(sequence.knownThrough).toBe(4000);
  });

  it('an id far ahead is not taken and opens no hole', () => {
    const sequence = start();
    expect(sequence.accept(100 + MAX_HOLE + 1, 5)).toBe('far');
    expect(sequence.holes).toEqual([]);
    expect(sequence.accept(100, 6)).toBe('new');
  });

  it('a snapshot restores it, holes and all', () => {
    const sequence = start();
    for (const id of [100, 105, 110]) sequence.accept(id, id * 10);
    const restored = new TradeSequence(sequence.snapshot());
    expect(restored.accept(102, 1020)).toBe('new');
    expect(restored.accept(105, 1050)).toBe('duplicate');
    expect(restored.holes).toHaveLength(3);
  });
});
