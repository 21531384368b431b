import { act, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { Provider } from 'react-redux';
import { beforeEach, expect, test, vi } from 'vitest';
import { WithRouter } from '../frame/router.fixture.tsx';
import { pricesArrived } from '../market/prices-slice.ts';
import { coinOf, tickOf } from '../market/tick.fixture.ts';
import { createStore, type Store } from '../store/store.ts';
import { MarketRow } from './market-row.tsx';

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

const bitcoin = coinOf('bitcoin');

function renderRow(store: Store, onRender: () => void) {
  render(
    <WithRouter>
      <Provider store={store}>
        <table>
          <tbody>
            <Profiler id="row" onRender={onRender}>
              <MarketRow coin={bitcoin} rank={1} selected={false} reachable />
            </Profiler>
          </tbody>
        </table>
      </Provider>
    </WithRouter>,
  );
}

test('a row draws anew when its own coin moves, and not when another does', () => {
  const store = createStore();
  const onRender = vi.fn();
  renderRow(store, onRender);
  act(() => void store.dispatch(pricesArrived([tickOf('bitcoin', 57_996.66)])));
  expect(screen.getByTestId('live-price').textContent).toBe('57,996.66');
  const renders = onRender.mock.calls.length;
  act(() => void store.dispatch(pricesArrived([tickOf('ethereum', 3000)])));
  expect(onRender).toHaveBeenCalledTimes(renders);
});
