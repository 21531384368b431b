import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { OverlayLegend } from './overlay-legend.tsx';
import type { Overlay } from './overlays.ts';

afterEach(cleanup);

const point = (time: number, ...values: number[]) => ({ time, values });
const SMA: Overlay = { id: 'sma', label: 'SMA 20', points: [point(1, 10), point(2, 11)] };
const BANDS: Overlay = { id: 'bollinger', label: 'BB 20, 2', points: [point(2, 12.5, 9.5)] };
const VOLATILITY: Overlay = { id: 'volatility', label: 'Volatility 20', points: [point(2, 1.234)] };

function legend(time: number | null, isUnavailable = false, overlays = [SMA, BANDS, VOLATILITY]) {
  cleanup();
  render(<OverlayLegend {...{ overlays, time, isUnavailable, decimals: 2, isWaiting: false }} />);
  return screen.queryByTestId('overlay-legend');
}

test('the newest closed bar is read, or the one that is pointed at', () => {
  expect(legend(null)?.textContent).toBe('SMA 2011.00BB 20, 29.50–12.50Volatility 201.23%');
  expect(legend(1)?.textContent).toBe('SMA 2010.00BB 20, 2—Volatility 20—');
});

test('what is not available is said, but for bars that have their values', () => {
  expect(legend(null, true)?.textContent).toBe('Indicators not available');
  expect(legend(3, true)?.textContent).toBe('Indicators not available');
  expect(legend(1, true)?.textContent).toContain('SMA 2010.00');
});

test('saying so takes the height that the values take', () => {
  expect(legend(null, true)?.className).toBe(legend(null)?.className);
});

test('nothing chosen takes no room', () => {
  expect(legend(null, true, [])).toBeNull();
});

test('nothing is named before the first values are there, in the room that they take', () => {
  const room = legend(null)?.className;
  cleanup();
  render(
    <OverlayLegend
      overlays={[SMA, BANDS, VOLATILITY]}
      time={null}
      decimals={2}
      isWaiting
      isUnavailable={false}
    />,
  );
  expect(screen.getByTestId('overlay-legend').textContent).toBe('');
  expect(screen.getByTestId('overlay-legend').className).toBe(room);
});
