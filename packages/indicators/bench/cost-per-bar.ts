import { INDICATORS } from '../src/catalogue.ts';
import type { Bar } from '../src/bar.ts';
import type { IndicatorKind } from '../src/indicator-kind.ts';
import { LONGEST } from '../src/indicators/parameter.ts';

/** Prints what a bar costs each indicator, in ns of this process's time, with its usual period and with the longest. */
const SERIES = 100_000;
const ROUNDS = 20;

function walk(): Bar[] {
  let close = 100;
  return Array.from({ length: SERIES }, (_, i) => {
    close *= 1 + Math.sin(i * i) / 100;
    const [high, low] = [close * 1.01, close * 0.99];
    return { time: i * 60_000, open: close, high, low, close, volume: 1 + (i % 7) };
  });
}

function cost(kind: IndicatorKind, parameters: readonly number[], bars: readonly Bar[]): number {
  const indicator = kind.create(parameters);
  for (const bar of bars) indicator.next(bar);
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) for (const bar of bars) indicator.next(bar);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / (ROUNDS * bars.length);
}

const bars = walk();
for (const kind of INDICATORS) {
  const usual = kind.parameters.map((parameter) => parameter.default);
  const longest = usual.map((value, i) => (i === 0 ? LONGEST : value));
  const [short, long] = [cost(kind, usual, bars), cost(kind, longest, bars)];
  console.log(
    `${kind.name.padEnd(12)} ${short.toFixed(0)} ns, longest period ${long.toFixed(0)} ns`,
  );
}
