import { expect, test } from 'vitest';
import { faultsOf, readTargets } from './read-targets.ts';

test('shares are read with a comma or a point, and an empty field is no target', () => {
  const values = { BTC: '50', ETH: ' 12,5 %', SOL: '' };
  expect(faultsOf(values)).toEqual({});
  expect(readTargets(values)).toEqual([
    { asset: 'BTC', percent: 50 },
    { asset: 'ETH', percent: 12.5 },
  ]);
});

test('what is no share is said at its field, and more than the whole at the last', () => {
  expect(faultsOf({ BTC: 'half', ETH: '10' })).toEqual({ BTC: 'A number from 0 to 100.' });
  expect(faultsOf({ BTC: '70', ETH: '40', SOL: '' })).toEqual({
    ETH: 'Together they are 110 %, over 100.',
  });
  expect(faultsOf({ BTC: '33.3', ETH: '33.3', SOL: '33.4' })).toEqual({});
});
