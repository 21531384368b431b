import { TestClock } from '@tidemark/clock/test-clock';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeptAnswers } from './kept-answers.ts';

const answer = (body: string) => ({ headers: [], body, bytes: body.length });

test('an answer is given for its time, and no longer', async () => {
  const clock = new TestClock();
  const kept = new KeptAnswers({ clock, freshMs: 250, maxEntries: 9, maxBytes: 99 });
  kept.set('a', answer('one'));
  await clock.advance(249);
  expect(kept.get('a')?.body).toBe('one');
  await clock.advance(1);
  expect(kept.get('a')).toBeUndefined();
});

test('whatever is kept, there are never more answers or bytes than allowed, and the newest is there', async () => {
  const step = fc.record({ key: fc.nat(20), bytes: fc.nat(60), pause: fc.nat(100) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      let now = 0;
      const clock = Object.assign(new TestClock(), { monotonic: () => now });
      const kept = new KeptAnswers({ clock, freshMs: 250, maxEntries: 5, maxBytes: 100 });
      for (const { key, bytes, pause } of steps) {
        now += pause;
        const body = 'x'.repeat(bytes);
        kept.set(String(key), answer(body));
        expect(kept.get(String(key))?.body).toBe(body);
        expect(kept.size).toBeLessThanOrEqual(5);
        expect(kept.bytes).toBeLessThanOrEqual(100);
      }
      now += 250;
      kept.set('last', answer('x'));
      expect([kept.size, kept.bytes]).toEqual([1, 1]);
    }),
  );
});

test('what is too large to keep is not kept, nor what it would replace', () => {
  const kept = new KeptAnswers({
    ...{ clock: new TestClock(), freshMs: 250, maxEntries: 9, maxBytes: 10 },
  });
  kept.set('a', answer('small'));
  kept.set('a', answer('x'.repeat(11)));
  expect(kept.get('a')).toBeUndefined();
  expect(kept.bytes).toBe(0);
});
