import { expect, test } from 'vitest';
import { readCommandLine, UsageError } from './command-line.ts';

test('without arguments the usual market is on port 9401', () => {
  expect(readCommandLine([])).toEqual({
    help: false,
    options: { host: '127.0.0.1', port: 9401, seed: 1, rate: 1, limits: true },
  });
});

test('recordings are replayed, one option a file', () => {
  const { options } = readCommandLine(['--replay', 'a', '--replay', 'b', '--speed', '0', '--loop']);
  expect(options.source).toEqual({ replay: ['a', 'b'], speed: Infinity, loop: true });
});

test.each([
  [['--sed', '3'], /--sed/],
  [['--port', 'x'], /--port must be a whole number, 0 to 65531; it is "x"/],
  [['--seed', '1.5'], /--seed must be a whole number/],
  [['--rate', '0'], /--rate must be a number, 0.01 to 2000/],
  [['--rate', ''], /--rate/],
  [['--loop'], /belong to --replay/],
  [['stray'], /stray/],
])('%j is refused in words', (args, message) => {
  expect(() => readCommandLine(args)).toThrow(UsageError);
  expect(() => readCommandLine(args)).toThrow(message);
});
