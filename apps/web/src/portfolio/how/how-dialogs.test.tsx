import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { HowComputed } from '@tidemark/contracts/portfolio-value';
import { Provider } from 'react-redux';
import { afterEach, expect, test, vi } from 'vitest';
import { answerWith } from '../../api/fake-fetch.fixture.ts';
import { createStore } from '../../store/store.ts';
import { ReadingProvider } from '../figures/reading.tsx';
import { HowButton } from './how-button.tsx';
import { HowDialogs } from './how-dialogs.tsx';

const HOW: HowComputed = {
  ...{ portfolio_id: 'p', currency: 'EUR', method: 'hifo', convention: 'tidemark', as_of: 0 },
  ...{ figure: 'realised', asset: 'BTC', value: '12.5', formula: 'Σ (proceeds − cost)' },
  terms: [
    {
      ...{ label: 'Sale', amount: '12.5', quantity: '0.00148673', asset: 'BTC', price: null },
      ...{ time: Date.UTC(2026, 0, 2), transaction_id: 't-1' },
    },
  ],
  ...{ left_out: 2, rest: '0' },
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const button = () => screen.getByRole('button', { name: /How was this computed/ });

function open(answer: (request: Request) => Response) {
  const asked: string[] = [];
  answerWith(async (request) => {
    asked.push(request.url.replace('http://tidemark.invalid', ''));
    return answer(request);
  });
  const question = { title: 'Realised gains', figure: 'realised', asset: 'BTC' } as const;
  render(
    <Provider store={createStore()}>
      <ReadingProvider value={{ locale: 'en', currency: 'EUR', isHidden: false }}>
        <HowDialogs portfolioId="p">
          <HowButton question={question} />
        </HowDialogs>
      </ReadingProvider>
    </Provider>,
  );
  button().focus();
  fireEvent.click(button());
  return asked;
}

test('a figure opens its formula, what it was computed by, and its rows with their transactions', async () => {
  const asked = open(() => Response.json({ success: true, data: HOW, meta: {} }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Realised gains' }));
  expect((await dialog.findByTestId('how-value')).textContent).toBe('€12.50');
  expect(dialog.getByTestId('how-formula').textContent).toBe('Σ (proceeds − cost)');
  expect(dialog.getByText('Highest cost first')).toBeTruthy();
  expect(dialog.getByRole('link', { name: 'to the transaction' }).getAttribute('href')).toMatch(
    /tab=transactions&transaction=t-1/,
  );
  expect(dialog.getByText(/2 smaller terms are not listed/)).toBeTruthy();
  expect(asked).toEqual(['/api/portfolio/p/how/realised?asset=BTC']);
});

test('closed, it gives the focus back to the figure that it was about', async () => {
  open(() => Response.json({ success: true, data: HOW, meta: {} }));
  await screen.findByTestId('how-value');
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  await waitFor(() => expect(document.activeElement).toBe(button()));
});

test('an answer that does not come says so, and can be asked for again', async () => {
  const error = { code: 'INTERNAL_ERROR', message: 'The tide is out.' };
  open(() => Response.json({ success: false, error, meta: {} }, { status: 500 }));
  expect(await screen.findByText('The tide is out.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});
