import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Bar } from './bars.ts';
import { ChartLegend } from './chart-legend.tsx';

afterEach(cleanup);

const bar: Bar = { time: 0, open: 1, high: 4, low: 1, close: 3, volume: 2 };

test('a bar that is final without a venue says without which', () => {
  const { container, rerender } = render(<ChartLegend bar={bar} symbol="BTC" />);
  expect(container.textContent).not.toContain('without');
  rerender(<ChartLegend bar={{ ...bar, lacking: ['binance'] }} symbol="BTC" />);
  expect(container.textContent).toContain('withoutBinance');
});
