import { expect, test } from 'vitest';
import { createElapsed } from './elapsed.ts';

/** Clocks that are set by hand, and what is told as gone by between two looks. */
function bench() {
  const at = { wall: 1_000_000, monotonic: 50 };
  const elapsed = createElapsed(
    () => at.wall,
    () => at.monotonic,
  );
  return (wall: number, monotonic: number) => {
    const before = elapsed();
    at.wall += wall;
    at.monotonic += monotonic;
    return elapsed() - before;
  };
}

test('time goes by as the monotonic clock says, whatever the date is set back to', () => {
  const goBy = bench();
  expect(goBy(1_000, 1_000)).toBe(1_000);
  expect(goBy(-600_000, 500)).toBe(500);
});

test('what the device slept counts, though only its date knows of it', () => {
  expect(bench()(3_600_000, 20)).toBe(3_600_000);
});
