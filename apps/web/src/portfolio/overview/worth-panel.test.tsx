import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ReadingProvider, type Reading } from '../figures/reading.tsx';
import { performanceOf, positionOf } from '../performance.fixture.ts';
import { WorthPanel } from './worth-panel.tsx';

const reading: Reading = { locale: 'en', currency: 'EUR', isHidden: false };

function show(performance = performanceOf(), changes: Partial<Reading> = {}) {
  render(
    <ReadingProvider value={{ ...reading, ...changes }}>
      <WorthPanel performance={performance} />
    </ReadingProvider>,
  );
}
const valueText = () => screen.getByTestId('total-value').textContent;

afterEach(cleanup);

test('a value with a price for everything is told, with what it rests on', () => {
  show();
  expect(valueText()).toBe('€100.00');
  expect(screen.getByTestId('today').textContent).toMatch(/\+€1\.00.*\+1\.00%/);
  expect(screen.getByText('Prices are live')).toBeTruthy();
});

test('what has no price is no zero: the part that has is told as such', () => {
  const dust = positionOf('DUST', { price: null, value: null, cost: null });
  const unknown = { value: null, cost: null, gain: null, roi_percent: null, unpriced: ['DUST'] };
  show(performanceOf({ ...unknown, positions: [positionOf('BTC'), dust] }));
  expect(valueText()).toBe('€100.00');
  expect(screen.getByText('Value of what has a price')).toBeTruthy();
  expect(screen.getByText(/Of the 1 of 2 assets that have a price/)).toBeTruthy();
});

test('stale, thin and simulated prices are said by name', () => {
  const of = (asset: string, quality: 'stale' | 'degraded' | 'simulated') =>
    positionOf(asset, { price: { amount: '1', source: 'market', as_of: 0, quality } });
  const positions = [of('BTC', 'stale'), of('ETH', 'degraded'), of('SOL', 'simulated')];
  show(performanceOf({ positions }));
  expect(screen.getByText('Stale price: BTC')).toBeTruthy();
  expect(screen.getByText('Fewer venues than usual: ETH')).toBeTruthy();
  expect(screen.getByText('Simulated prices, not real ones')).toBeTruthy();
});

test('hidden, no amount is on the page, and percentages are', () => {
  show(performanceOf(), { isHidden: true });
  const text = screen.getByRole('region', { name: 'Worth' }).textContent;
  expect(text).not.toMatch(/€/);
  expect(text).toMatch(/\+25\.00%/);
});
