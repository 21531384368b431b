import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { Passwords } from '../src/passwords/passwords.ts';

const ROUNDS = 12;

test('a hash of 12 rounds leaves the event loop free', async () => {
  const passwords = new Passwords(ROUNDS);
  await passwords.matches('warms up', null);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  await Promise.all(['one', 'two', 'three', 'four'].map((text) => passwords.hash(text)));
  const took = performance.now() - began;
  delay.disable();
  // On the event loop each hash would hold it up for its whole time.
  const eachMs = took / 4;
  expect(took).toBeGreaterThan(100);
  expect(delay.percentile(90) / 1e6).toBeLessThan(eachMs / 2);
});

test('a password of another round count still matches, whatever form its letters have', async () => {
  const hash = await new Passwords(4).hash('ﬁancée');
  const passwords = new Passwords(5);
  expect(await passwords.matches('fiancée', hash)).toBe(true);
  expect(await passwords.matches('fiancee', hash)).toBe(false);
  expect(await passwords.matches('anything', null)).toBe(false);
});

test('a line of hashes is never longer than some seconds: those who come too late are told so', async () => {
  const passwords = new Passwords(8);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, (_, i) => passwords.hash(`password ${i}`)),
  );
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(50);
  expect(refused).toContainEqual({
    status: 'rejected',
    reason: expect.objectContaining({ code: 'NOT_READY' }),
  });
  await expect(passwords.hash('when they are done')).resolves.toMatch(/^\$2b\$08\$/);
});
