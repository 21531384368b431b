import { expect, it } from 'vitest';
import { blockedMessage } from './venue-refusals.ts';

it('a block by Binance names the hosts that serve market data alone', () => {
  expect(blockedMessage('binance', 451)).toContain('wss://data-stream.binance.vision');
  expect(blockedMessage('binance', 451)).toContain('https://data-api.binance.vision');
  expect(blockedMessage('coinbase', 403)).toContain('HTTP 403');
});
