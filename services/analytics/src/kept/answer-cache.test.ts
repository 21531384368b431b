import { MemoryCache } from '@tidemark/cache/memory-cache';
import { TestClock } from '@tidemark/clock/test-clock';
import { expect, test } from 'vitest';
import { AnswerCache, type AnswerName } from './answer-cache.ts';

const NAME: AnswerName = {
  ...{ metric: 'volatility', coin: 'bitcoin', period: '24h', interval: '15m' },
  fingerprint: 'a',
};

function setUp() {
  const clock = new TestClock();
  const answers = new AnswerCache(new MemoryCache({ clock }));
  let made = 0;
  const make = async () => ({ made: (made += 1) });
  return { clock, answers, make };
}

test('equal questions at once are worked out once, and later ones are answered from the cache', async () => {
  const { answers, make } = setUp();
  const all = await Promise.all(Array.from({ length: 10 }, () => answers.answer(NAME, make)));
  expect(all).toEqual(Array.from({ length: 10 }, () => ({ made: 1 })));
  expect(await answers.answer(NAME, make)).toEqual({ made: 1 });
  expect(answers.counts).toEqual({ made: 1, joined: 9, kept: 1 });
});

test('other bars are another answer, however young the one before is', async () => {
  const { answers, make } = setUp();
  await answers.answer(NAME, make);
  expect(await answers.answer({ ...NAME, fingerprint: 'b' }, make)).toEqual({ made: 2 });
  expect(await answers.answer({ ...NAME, fingerprint: 'b' }, make)).toEqual({ made: 2 });
});

test('an answer is kept for five minutes, of short bars for one', async () => {
  const { clock, answers, make } = setUp();
  const minutes: AnswerName = { ...NAME, metric: 'moving-average', interval: '1m' };
  await answers.answer(NAME, make);
  await answers.answer(minutes, make);
  await clock.advance(61_000);
  expect(await answers.answer(NAME, make)).toEqual({ made: 1 });
  expect(await answers.answer(minutes, make)).toEqual({ made: 3 });
  await clock.advance(240_000);
  expect(await answers.answer(NAME, make)).toEqual({ made: 4 });
});

test('a refusal is given to all who asked, and is not kept', async () => {
  const { answers, make } = setUp();
  const refuse = async () => {
    await Promise.resolve();
    throw new Error('too little history');
  };
  const asked = await Promise.allSettled([
    answers.answer(NAME, refuse),
    answers.answer(NAME, refuse),
  ]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await answers.answer(NAME, make)).toEqual({ made: 1 });
});
